// Mechanisms
