"""A gateway that plays WeChat Pay on your own machine, for tests of programs in any language.

    python -m wxp.gateway --help

HTTPS, client certificates, signatures, notices and every misbehaviour, without money. README.md in
this folder says more. Tests in Python can run it themselves: wxp.gateway.simulator.Gateway. It needs
the package `cryptography`: pip install "wxp[gateway]".
"""
