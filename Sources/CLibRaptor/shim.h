/* Raptor is seen by CRaptor alone, which includes its header itself. */
