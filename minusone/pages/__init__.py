"""The pages of the site, one module for each kind of page: its frozen context, and which pages there are.

`plan` gathers what every module's `pages(site)` yields. A context holds all that its template may see; it is the same
for both languages, and the template is told which one to speak.
"""
