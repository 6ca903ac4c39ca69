"""No text that a program may log contains a secret, and a wiped secret is gone."""

import copy
import ctypes
import gc
import hashlib
import pickle
import pprint
import random
import sys
import threading
import time
import traceback
import unittest

import support
import wxp
from wxp import Algorithm, Key, Status

SECRET = support.SECRET


class Shown(unittest.TestCase):
    def test_texts_show_the_algorithm_alone(self):
        key = Key(Algorithm.HMAC_SHA256, SECRET)
        for shown in (repr(key), str(key), f"{key}", pprint.pformat(key)):
            self.assertEqual(shown, "Key(HMAC_SHA256)")

    def test_no_copies(self):
        key = Key(Algorithm.MD5, SECRET)
        for copying in (copy.copy, copy.deepcopy, pickle.dumps):
            with self.assertRaises(TypeError):
                copying(key)
        self.assertFalse(hasattr(key, "__dict__"))

    def test_neither_the_key_nor_its_memory_names_the_secret(self):
        key = Key(Algorithm.MD5, SECRET)
        for slot in Key.__slots__:
            self.assertNotIn(SECRET, repr(getattr(key, slot)))
        self.assertNotIn(SECRET, repr(key))

    def test_tracebacks_that_show_variables(self):
        good, bad = "x" * 32, "x!" * 16
        for make in (
            lambda: Key(Algorithm.MD5, bad),
            lambda: Key(Algorithm.MD5, "x!"),
            lambda: Key("MD5", good),
            lambda: Key(good, Algorithm.MD5),
            lambda: Key(Algorithm.MD5, [good]),
            lambda: Key.nonstandard(Algorithm.MD5, bad * 3),
            lambda: Key.nonstandard(good, Algorithm.MD5),
            lambda: Key(Algorithm.MD5, SECRET).__init__(Algorithm.MD5, good),
            lambda: Key(Algorithm.MD5, SECRET).__init__(good, Algorithm.MD5),
        ):
            try:
                make()
                self.fail("a key was made")
            except (wxp.Error, TypeError) as error:
                # Below the frames of this test, which has the secret.
                below = error.__traceback__.tb_next.tb_next
                told = traceback.TracebackException(type(error), error, below, capture_locals=True)
                text = "".join(told.format())
                self.assertNotIn("xx", text)
                self.assertNotIn("x!", text)
                self.assertIn("Key", text)


class Wiped(unittest.TestCase):
    # What is behind the head of the object, read as Python's own memory.
    HEAD, SIZE = object.__basicsize__, 256

    def wiped(self, address):
        return not any(ctypes.string_at(address + self.HEAD, self.SIZE))

    def test_at_the_end_of_a_with_block(self):
        self.assertEqual(type(Key(Algorithm.MD5, SECRET)._memory).__basicsize__, self.HEAD + self.SIZE)
        with Key(Algorithm.MD5, SECRET) as key:
            self.assertFalse(self.wiped(id(key._memory)))
        self.assertTrue(self.wiped(id(key._memory)))
        for call in (key.sign, key.verify, key.write, key.explain):
            with self.assertRaises(wxp.Error) as caught:
                call({"a": "1"})
            self.assertEqual(caught.exception.status, Status.KEY)
        key.wipe()

    def test_after_an_exception_in_it(self):
        with self.assertRaises(KeyError), Key(Algorithm.MD5, SECRET) as key:
            raise KeyError
        self.assertTrue(self.wiped(id(key._memory)))

    def test_when_it_is_freed(self):
        key = Key(Algorithm.MD5, SECRET)
        address = id(key._memory)
        held = ctypes.string_at(address + self.HEAD, self.SIZE)
        del key
        gc.collect()
        # The allocator keeps the block, and may write to its head.
        left = ctypes.string_at(address + self.HEAD, self.SIZE)
        self.assertTrue(any(held) and not any(left))

    def test_a_secret_in_a_bytearray_can_be_wiped_by_its_owner(self):
        secret = bytearray(SECRET, "ascii")
        key = Key(Algorithm.MD5, secret)
        secret[:] = bytes(len(secret))
        self.assertEqual(key.sign({"a": "1"}), support.signature(1, SECRET, {"a": "1"}))


class Race(unittest.TestCase):
    """One thread wipes each key while another uses it, which no call can be in the midst of."""

    TRIES = 200
    # Absorbed before the secret is: most keys are wiped meanwhile.
    MESSAGE = {"attach": "x" * 20_000, "result_code": "SUCCESS", "return_code": "SUCCESS"}

    def test_nothing_forged_is_believed(self):
        # What everybody can compute, and a wiped key would make of the message.
        string = "&".join(f"{name}={value}" for name, value in self.MESSAGE.items()) + "&key="
        forged = hashlib.md5(string.encode()).hexdigest().upper()
        message = {**self.MESSAGE, "sign": forged}
        document = "".join(f"<{name}>{value}</{name}>" for name, value in message.items())
        reply = wxp.Reply.read(f"<xml>{document}</xml>")

        def verified(key):
            try:
                key.verify(message)
                return True
            except wxp.Error as error:
                if error.status != Status.SIGNATURE_MISMATCH:
                    raise
                return False

        uses = (
            verified,
            lambda key: reply.judge(key, "payment").fault != Status.SIGNATURE_MISMATCH,
            lambda key: key.sign(message) == forged,
            lambda key: key.write(message).endswith(f"{forged}</sign></xml>".encode()),
        )
        barrier, keys, believed, faults = threading.Barrier(2), [], [], []

        def use():
            for number in range(self.TRIES):
                barrier.wait()
                try:
                    while True:
                        believed.append(uses[number % len(uses)](keys[-1]))
                except wxp.Error as error:
                    if error.status != Status.KEY:
                        faults.append(error)
                barrier.wait()

        interval = sys.getswitchinterval()
        sys.setswitchinterval(1e-6)
        self.addCleanup(sys.setswitchinterval, interval)
        thread = threading.Thread(target=use)
        thread.start()
        draw = random.Random(20140401)
        for _ in range(self.TRIES):
            keys[:] = [Key(Algorithm.MD5, SECRET)]
            before = len(believed)
            barrier.wait()
            while len(believed) == before:
                time.sleep(0)
            time.sleep(draw.random() * 5e-5)
            keys[0].wipe()
            barrier.wait()
        thread.join()
        self.assertEqual((sum(believed), faults), (0, []))


class Made(unittest.TestCase):
    def test_once(self):
        key = Key(Algorithm.MD5, SECRET)
        memory = key._memory
        with self.assertRaises(TypeError):
            key.__init__(Algorithm.HMAC_SHA256, "x" * 32)
        self.assertIs(key._memory, memory)
        self.assertEqual(key.algorithm, Algorithm.MD5)
        self.assertEqual(key.sign({"a": "1"}), support.signature(1, SECRET, {"a": "1"}))

    def test_api_keys_and_other_secrets(self):
        for secret, status in (
            ("", Status.SECRET_LENGTH),
            ("x" * 31, Status.SECRET_LENGTH),
            ("x" * 33, Status.SECRET_LENGTH),
            ("x" * 31 + "-", Status.SECRET_CHARACTER),
        ):
            with self.assertRaises(wxp.Error) as caught:
                Key(Algorithm.MD5, secret)
            self.assertEqual(caught.exception.status, status)
        with self.assertRaises(wxp.Error):
            Key.nonstandard(Algorithm.MD5, "x" * 65)
        fields = {"a": "1"}
        for secret in ("x", "simulator-1", "\u8336", "x" * 64):
            expected = support.signature(2, secret, fields)
            self.assertEqual(Key.nonstandard(Algorithm.HMAC_SHA256, secret).sign(fields), expected)


if __name__ == "__main__":
    unittest.main()
