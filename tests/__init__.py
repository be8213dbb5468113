"""What minusone promises, told in tiny sites."""

from hypothesis import settings

# A busy machine is slow now and then; no promise is about the clock.
settings.register_profile("patient", deadline=None)
settings.load_profile("patient")
