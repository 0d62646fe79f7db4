"""The reconciled report, one file per format; each streams event by event."""
