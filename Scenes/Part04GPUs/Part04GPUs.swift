// Part04GPUs
