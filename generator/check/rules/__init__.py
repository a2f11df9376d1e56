"""The rules, one a file, in one folder for each subject. They are found by walking; none imports another."""
