// Part02Transformer
