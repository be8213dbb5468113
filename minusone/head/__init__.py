"""What a page says of itself to programs: search engines, messengers, the government's directory of sites."""
