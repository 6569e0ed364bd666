// not served
