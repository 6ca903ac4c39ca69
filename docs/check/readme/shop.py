"""Stands for an HTTPS client: answers every request with a payment of the order 42."""


def post(path, request):
    assert path == "/pay/micropay" and b"<sign>" in request
    with open("answer.xml", "rb") as answer:
        return answer.read()
