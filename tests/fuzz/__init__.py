"""Bytes that nobody foresaw: each target takes any, driven by Hypothesis in the gate and by Atheris in `make fuzz`."""
