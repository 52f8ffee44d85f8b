// Textbook
