print("cxm")
