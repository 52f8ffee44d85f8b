print("fonts")
