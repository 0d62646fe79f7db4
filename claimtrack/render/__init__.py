"""The report and the lists in their formats, one file per format behind one small interface.

`claimtrack.render.formats` picks a format by name; `claimtrack.render.details` shows one thing
whole. Nothing is imported here, so that a list does not pay for the report.
"""
