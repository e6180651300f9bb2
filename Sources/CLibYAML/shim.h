/* libyaml is seen by CYAML alone, which includes its header itself. */
