Own = Own.
