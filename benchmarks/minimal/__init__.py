"""The pages that the benchmark asks for, made by the product's own pipeline: a plan and templates, nothing else."""
