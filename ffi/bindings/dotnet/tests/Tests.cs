using System;
using System.Collections.Generic;
using System.Diagnostics;
using System.Globalization;
using System.IO;
using System.Reflection;
using System.Runtime.InteropServices;
using System.Text;
using System.Threading;
using Wxp;

/// <summary>What the binding does beyond what the library does. Usage: Tests WORKLOADS</summary>
internal static unsafe class Tests
{
    private const string Secret = "192006250b4c09247ec02edce69f6a2d";
    private const string Signature = "9A0A8659F005D6984697E2CA0A9CF3B7";

    // Of the message in Race.
    private const string Forged = "0C4F4996DF745A5D8C58009EFC312F15";
    private const int RaceTries = 10000;

    private static int passed;
    private static int failed;
    private static string workloads;

    private static int Main(string[] arguments)
    {
        workloads = arguments[0];
        Check("fields of every form have one signature", Forms);
        Check("fields hold what was added", FieldsHold);
        Check("a table grows", Growth);
        Check("every character at every place", EveryPlace);
        Check("values of other types are refused by name", OtherTypes);
        Check("NUL is refused, in names and values, with its place", Nul);
        Check("half a surrogate pair is refused with its place", Surrogates);
        Check("refused fields change nothing", RefusedFields);
        Check("errors name field and place", Errors);
        Check("512 fields are taken, in any order, and no more", ManyFields);
        Check("faults among more than 255 fields are named", FaultsOfMany);
        Check("null is refused as .NET does", Nulls);
        Check("spans: too little room", TooLittleRoom);
        Check("spans: what is packed wrongly", WronglyPacked);
        Check("secrets: what is refused", Secrets);
        Check("secrets: not in text", SecretsNotInText);
        Check("secrets: wiped by Dispose, and only then", Wiped);
        Check("secrets: a key that is not disposed is finalized", Finalized);
        Check("secrets: disposed during a call, a key is wiped at its end", DisposedDuringCall);
        Check("secrets: disposed during calls, a key lets nothing forged through", Race);
        Check("threads share a key", Threads);
        Check("a judgment before its fields", Judging);
        Check("a judgment against the shop's records", Expecting);
        Check("a message of another kind", OtherKinds);
        Check("values that are written with references", References);
        Check("documents of up to 512 fields", ManyRead);
        Check("half a surrogate pair in a document", SurrogateInDocument);
        Check("documents that are none are called what they are", OtherDocuments);
        Check("nested documents", NestedDocuments);
        Check("payloads name the field they lack", Payloads);
        Check("an explanation", Explanations);
        Check("an explanation of a second signature", SecondSignatures);
        Check("texts that somebody has in hand", Bodies);
        Check("requests: what is found in them", Findings);
        Check("requests: what is found in them without a key", FindingsWithoutKey);
        Check("requests: what is certain refuses them", WrongRequests);
        Check("the catalogue of operations", Catalogue);
        Check("texts in English and Chinese", Languages);
        Check("Quick Pay: saved and resumed", QuickPayment);
        Check("Quick Pay: timing", QuickPayTiming);
        Check("a nonce is new each time", Nonces);
#if NETCOREAPP
        Check("spans: nothing is allocated", NothingAllocated);
#endif
        Console.WriteLine($"{passed} passed, {failed} failed");
        return failed == 0 ? 0 : 1;
    }

    private static Key Md5() => new Key(Algorithm.Md5, Secret);

    private static Fields Order() => new Fields
    {
        { "appid", "wxd930ea5d5a258f4f" },
        { "mch_id", 10000100 },
        { "device_info", "1000" },
        { "body", Encoding.UTF8.GetBytes("test") },
        { "nonce_str", "ibuaiVcKdpRxkhJA" },
    };

    private static void Forms()
    {
        using (Key key = Md5())
        {
            Equal(Signature, key.Sign(Order()));
            var texts = new Dictionary<string, string>
            {
                { "appid", "wxd930ea5d5a258f4f" }, { "mch_id", "10000100" },
                { "device_info", "1000" }, { "body", "test" }, { "nonce_str", "ibuaiVcKdpRxkhJA" },
            };
            Equal(Signature, key.Sign(texts));
            Equal(Signature, key.Sign(new SortedDictionary<string, string>(texts)));
            foreach (object number in new object[]
            {
                10000100, 10000100L, 10000100u, 10000100ul, "10000100",
                Encoding.UTF8.GetBytes("10000100"),
            })
            {
                var objects = new SortedDictionary<string, object> { { "mch_id", number } };
                foreach (KeyValuePair<string, string> field in texts)
                {
                    if (field.Key != "mch_id")
                    {
                        objects.Add(field.Key, field.Value);
                    }
                }
                objects.Add("attach", null);
                Equal(Signature, key.Sign(objects));
                objects.Add("sign", Signature);
                key.Verify(objects);
                Equal(key.Write(Order()), key.Write(objects));
                Equal(Protocol.Canonical(texts), Protocol.Canonical(objects));
            }
            foreach (object small in new object[] { (sbyte)7, (byte)7, (short)7, (ushort)7 })
            {
                Equal("a=7", Protocol.Canonical(new Dictionary<string, object> { { "a", small } }));
            }
            var room = new byte[2000];
            int length = key.Sign(Order().Packed, room);
            Equal(Signature, Encoding.ASCII.GetString(room, 0, length));
            length = key.Write(Order().Packed, room);
            Equal(key.Write(Order()), Encoding.UTF8.GetString(room, 0, length));
            Fields signed = Order();
            signed.Add("sign", Signature);
            key.Verify(signed.Packed);
            key.Verify(signed);
            signed.Add("attach", "1");
            Refuses(Status.SignatureMismatch, null, null, () => key.Verify(signed));
            Refuses(Status.SignatureMismatch, null, null, () => key.Verify(signed.Packed));
            Refuses(Status.Unsigned, null, null, () => key.Verify(texts));
        }
    }

    private static void FieldsHold()
    {
        var fields = new Fields { { "b", "中文 😀" }, { "a", -1 }, { "c", (string)null } };
        Equal(3, fields.Count);
        var found = new List<string>();
        foreach (KeyValuePair<string, string> field in fields)
        {
            found.Add(field.Key + "=" + field.Value);
        }
        Equal("b=中文 😀;a=-1;c=", string.Join(";", found));
        Equal("b\0中文 😀\0a\0-1\0c\0\0", Encoding.UTF8.GetString(fields.Packed.ToArray()));
        Equal("a=-1&b=中文 😀", Protocol.Canonical(fields));
        Equal("a=-1&b=中文 😀", Protocol.Canonical(new Fields(fields)));
        Equal("", Protocol.Canonical(new Fields()));
        Equal("a=" + long.MinValue, Protocol.Canonical(new Fields { { "a", long.MinValue } }));
        var most = new Dictionary<string, object> { { "a", ulong.MaxValue } };
        Equal("a=" + ulong.MaxValue, Protocol.Canonical(most));
    }

    private static void Growth()
    {
        foreach (string piece in new[] { "a", "中", "😀", "a中", "中a" })
        {
            for (int times = 1; times < 3000; times = (times * 2) + 1)
            {
                var value = new StringBuilder().Insert(0, piece, times).ToString();
                var fields = new Fields { { "b", "1" }, { "a", value }, { "c", "2" } };
                Equal($"a={value}&b=1&c=2", Protocol.Canonical(fields));
                fields = new Fields { { "a", Encoding.UTF8.GetBytes(value) }, { "c", "2" } };
                Equal($"a={value}&c=2", Protocol.Canonical(fields));
            }
        }
    }

    private static void EveryPlace()
    {
        for (int length = 1; length < 20; length++)
        {
            for (int place = 0; place < length; place++)
            {
                foreach (char c in "\0\u0001 ~\u007f\u0080\u0100\u0800\u8000\uff00\uff80\uffff")
                {
                    char[] text = new string('b', length).ToCharArray();
                    text[place] = c;
                    string value = new string(text);
                    if (c == 0)
                    {
                        Refuses(
                            Status.Character, "a", place, () => new Fields { { "a", value } });
                        continue;
                    }
                    byte[] packed = new Fields { { "a", value } }.Packed.ToArray();
                    Equal($"a\0{value}\0", Encoding.UTF8.GetString(packed));
                }
            }
        }
    }

    private static void OtherTypes()
    {
        foreach (object value in new object[]
        {
            1.5, 1.0, 1.0f, 1.0m, true, 'c', DateTime.UtcNow, new int[0], Algorithm.Md5,
        })
        {
            var fields = new Dictionary<string, object> { { "body", "tea" }, { "fee", value } };
            using (Key key = Md5())
            {
                foreach (Action call in new Action[]
                {
                    () => key.Sign(fields), () => key.Verify(fields), () => key.Write(fields),
                    () => key.Explain(fields), () => key.Payload(Payload.Jsapi, fields),
                    () => Protocol.Canonical(fields), () => Protocol.Check(fields),
                })
                {
                    var error = Throws<ArgumentException>(call);
                    That(error.Message.Contains("field fee "), error.Message);
                    That(error.Message.Contains(value.GetType().Name), error.Message);
                    That(error.Message.Contains("fen"), error.Message);
                }
            }
        }
    }

    private static void Nul()
    {
        var fields = new Fields();
        Refuses(Status.Character, "a", 0, () => fields.Add("a", "\0"));
        Refuses(Status.Character, "a", 4, () => fields.Add("a", "中b\0"));
        Refuses(Status.Character, "a", 1, () => fields.Add("a", new byte[] { 49, 0, 50 }));
        Refuses(Status.FieldName, "a\0b", 1, () => fields.Add("a\0b", "1"));
        Refuses(Status.FieldName, "a\0b", 1, () => fields.Add("a\0b", new byte[] { 49 }));
        var table = new Dictionary<string, string> { { "a", "1\0sign\0" } };
        Refuses(Status.Character, "a", 1, () => Protocol.Canonical(table));
        Equal(0, fields.Count);
    }

    private static void Surrogates()
    {
        var fields = new Fields();
        Refuses(Status.NotUtf8, "a", 0, () => fields.Add("a", "\ud800"));
        Refuses(Status.NotUtf8, "a", 0, () => fields.Add("a", "\udc00\ud800"));
        Refuses(Status.NotUtf8, "a", 4, () => fields.Add("a", "中b\ud800"));
        Refuses(Status.NotUtf8, "a", 4, () => fields.Add("a", "😀\udc00z"));
        Refuses(Status.NotUtf8, "a\ud800", 1, () => fields.Add("a\ud800", "1"));
        Refuses(Status.NotUtf8, null, 1, () => Operation.Find("/\ud800"));
        Refuses(Status.NotUtf8, null, 0, () => Protocol.Advice("payment", "\udfff"));
        Refuses(Status.NotUtf8, null, 0, () => Protocol.Acknowledge("\udfff"));
        var padded = new string('a', 5000) + "\ud800";
        Refuses(Status.NotUtf8, "a", 5000, () => fields.Add("a", padded));
        Equal(0, fields.Count);
    }

    private static void RefusedFields()
    {
        Fields fields = Order();
        Throws<WxpException>(() => fields.Add("attach", "1\0"));
        Throws<WxpException>(() => fields.Add("attach", "1\ud800"));
        Throws<WxpException>(() => fields.Add("attach", new byte[1]));
        Throws<ArgumentNullException>(() => fields.Add(null, "1"));
        using (Key key = Md5())
        {
            Equal(Signature, key.Sign(fields));
        }
    }

    private static void Errors()
    {
        using (Key key = Md5())
        {
            var name = new Fields { { "a", "1" }, { "to tal", "2" } };
            foreach (Action call in new Action[]
            {
                () => key.Sign(name), () => key.Verify(name), () => key.Write(name),
                () => key.Explain(name), () => key.Payload(Payload.Jsapi, name),
                () => Protocol.Canonical(name), () => Protocol.Check(name),
                () => key.Verify(name.Packed), () => key.Sign(name.Packed, new byte[64]),
                () => key.Write(name.Packed, new byte[640]),
            })
            {
                WxpException error = Refuses(Status.FieldName, "to tal", 2, call);
                That(error.Message.EndsWith(", byte 2"), error.Message);
                That(!error.Message.Contains("to tal"), error.Message);
            }
            var empty = new Fields { { "", "1" } };
            Refuses(Status.FieldName, "", 0, () => key.Sign(empty));
            var character = new Fields { { "a", "1" }, { "b", "中\u0001" } };
            WxpException refused =
                Refuses(Status.Character, "b", 3, () => key.Write(character));
            That(refused.Message.EndsWith(", field b, byte 3"), refused.Message);
            var twice = new Fields { { "a", "1" }, { "b", "1" }, { "a", "2" } };
            refused = Refuses(Status.DuplicateField, "a", null, () => key.Sign(twice));
            That(refused.Message.EndsWith(", field a"), refused.Message);
            Refuses(Status.DuplicateField, "a", null, () => key.Sign(twice.Packed, new byte[64]));
            var bytes = new Fields { { "a", "1" }, { "b", new byte[] { 49, 0xFF } } };
            Refuses(Status.NotUtf8, "b", null, () => key.Sign(bytes));
            Refuses(Status.NotUtf8, "b", null, () => Protocol.Check(bytes));
            Refuses(Status.NotXml, null, 0, () => Reply.Read("no"));
            Refuses(Status.Doctype, null, 0, () => Reply.Read("<!DOCTYPE a>"));
            Refuses(Status.Truncated, null, 5, () => Reply.Read("<xml>"));
            Refuses(Status.NotFound, null, null, () => Protocol.Acknowledge("risk"));
            Reply reply = Reply.Read("<xml><a>1</a></xml>");
            Refuses(Status.NotFound, null, null, () => reply.Judge(key, "/none"));
        }
    }

    private static void ManyFields()
    {
        using (Key key = Md5())
        {
            Fields some = Many(512, i => $"f{(i * 7) % 512:D3}");
            Fields sorted = Many(512, i => $"f{i:D3}");
            Equal(key.Sign(sorted), key.Sign(some));
            Equal(key.Write(sorted), key.Write(some));
            Equal(Protocol.Canonical(sorted), Protocol.Canonical(some));
            Equal(Cause.Missing, key.Explain(some).Cause);
            Protocol.Check(some);
            Refuses(Status.TooManyFields, null, null, () => some.Add("g", "1"));
            var table = new Dictionary<string, string>();
            for (int i = 0; i < 513; i++)
            {
                table.Add($"f{i}", "1");
            }
            Refuses(Status.TooManyFields, null, null, () => key.Sign(table));
        }
    }

    private static void FaultsOfMany()
    {
        Fields fields = Many(300, i => $"f{299 - i:D3}");
        fields.Add("b", "1\u0001");
        Refuses(Status.Character, "b", 1, () => Protocol.Check(fields));
        fields.Add("f007", "1");
        Refuses(Status.DuplicateField, "f007", null, () => Protocol.Check(fields));
        using (Key key = Md5())
        {
            Refuses(Status.DuplicateField, "f007", null, () => key.Sign(fields));
            var room = new byte[64];
            Refuses(Status.DuplicateField, "f007", null, () => key.Sign(fields.Packed, room));
        }
    }

    private static void Nulls()
    {
        using (Key key = Md5())
        {
            Throws<ArgumentNullException>(() => key.Sign((Fields)null));
            Throws<ArgumentNullException>(() => key.Sign((Dictionary<string, string>)null));
            Throws<ArgumentNullException>(() => key.Sign((Dictionary<string, object>)null));
            Throws<ArgumentNullException>(() => new Key(Algorithm.Md5, (string)null));
            Throws<ArgumentNullException>(() => Reply.Read((string)null));
            Throws<ArgumentNullException>(() => Operation.Find(null));
            Reply reply = Reply.Read("<xml><a>1</a></xml>");
            Throws<ArgumentNullException>(() => reply.Judge(null, "payment"));
            Throws<ArgumentNullException>(() => reply.Judge(key, null));
        }
    }

    private static void TooLittleRoom()
    {
        using (Key key = Md5())
        {
            int length;
            var room = new byte[31];
            That(!key.TrySign(Order().Packed, room, out length), "31 bytes");
            Equal(32, length);
            Equal((byte)0, room[0]);
            Refuses(Status.Space, null, null, () => key.Sign(Order().Packed, room));
            Refuses(Status.Space, null, null, () => key.Write(Order().Packed, room));
            That(!key.TryWrite(Order().Packed, Span<byte>.Empty, out length), "no bytes");
            room = new byte[length];
            That(key.TryWrite(Order().Packed, room, out length), "exact");
            Equal(key.Write(Order()), Encoding.UTF8.GetString(room));
            room = new byte[64];
            That(key.TrySign(Order().Packed, room, out length), "64 bytes");
            Equal(32, length);
        }
    }

    private static void WronglyPacked()
    {
        using (Key key = Md5())
        {
            foreach (string packed in new[] { "a", "a\0", "a\0b", "a\0b\0c", "a\0b\0c\0" })
            {
                byte[] bytes = Encoding.UTF8.GetBytes(packed);
                var room = new byte[64];
                Refuses(Status.Packed, null, null, () => key.Sign(bytes, room));
                Refuses(Status.Packed, null, null, () => key.Verify(bytes));
                Refuses(Status.Packed, null, null, () => key.Write(bytes, room));
            }
        }
    }

    private static void Secrets()
    {
        foreach (string secret in new[] { "", "short", new string('a', 33), new string('a', 65) })
        {
            byte[] bytes = Encoding.UTF8.GetBytes(secret);
            Refuses(Status.SecretLength, null, null, () => new Key(Algorithm.Md5, secret));
            Refuses(Status.SecretLength, null, null, () => new Key(Algorithm.Md5, bytes));
        }
        string blank = new string('a', 31) + " ";
        Refuses(Status.SecretCharacter, null, null, () => new Key(Algorithm.Md5, blank));
        Refuses(Status.NotUtf8, null, null, () => Key.Nonstandard(Algorithm.Md5, "\ud800"));
        Refuses(Status.SecretLength, null, null, () => Key.Nonstandard(Algorithm.Md5, ""));
        string most = new string('中', 64);
        Refuses(Status.SecretLength, null, null, () => Key.Nonstandard(Algorithm.Md5, most));
        Refuses(Status.Argument, null, null, () => new Key((Algorithm)3, Secret));
        using (Key text = Key.Nonstandard(Algorithm.HmacSha256, "密钥"))
        using (Key bytes = Key.Nonstandard(Algorithm.HmacSha256, Encoding.UTF8.GetBytes("密钥")))
        {
            Equal(text.Sign(Order()), bytes.Sign(Order()));
        }
    }

    private static void SecretsNotInText()
    {
        string wrong = Secret.Substring(1);
        WxpException error = Throws<WxpException>(() => new Key(Algorithm.Md5, wrong));
        That(!error.ToString().Contains(wrong), "the exception");
        using (Key key = Md5())
        {
            Equal("Key (Md5)", key.ToString());
            var display = typeof(Key).GetCustomAttribute<DebuggerDisplayAttribute>();
            Equal("{Algorithm}", display.Value);
            // All that a dump can reach: flags, the algorithm, and a handle with an address.
            foreach (Type holder in new[] { typeof(Key), Handle(key).GetType() })
            {
                foreach (FieldInfo field in holder.GetFields(All | BindingFlags.DeclaredOnly))
                {
                    Type type = field.FieldType;
                    bool harmless = type == typeof(bool) || type == typeof(Algorithm);
                    That(harmless || type.IsSubclassOf(typeof(SafeHandle)), field.Name);
                }
            }
            error = Throws<WxpException>(() => key.Verify(new Fields { { "sign", "00" } }));
            That(!error.ToString().Contains(Secret), "the exception");
        }
    }

    private static void Wiped()
    {
        Key key = Md5();
        byte* memory = Memory(key);
        That(!IsFreed(memory), "before");
        key.Dispose();
        That(IsFreed(memory), "after");
        key.Dispose();
        Reply reply = Reply.Read("<xml><a>1</a></xml>");
        foreach (Action call in new Action[]
        {
            () => key.Sign(Order()), () => key.Verify(Order()), () => key.Write(Order()),
            () => key.Explain(Order()), () => key.Payload(Payload.Jsapi, Order()),
            () => key.UnconfirmedRefund("AAAA"), () => reply.Judge(key, "payment"),
            () => key.Sign(Order().Packed, new byte[64]), () => key.Verify(Order().Packed),
            () => key.Write(Order().Packed, new byte[640]),
        })
        {
            Throws<ObjectDisposedException>(call);
        }
        Equal(Algorithm.Md5, key.Algorithm);
        Equal("Key (Md5)", key.ToString());
    }

    private static void Finalized()
    {
        // On a thread of its own, whose stack holds on to nothing; mono keeps the odd one alive.
        var keys = new List<WeakReference>();
        var thread = new Thread(() =>
        {
            for (int i = 0; i < 1000; i++)
            {
                keys.Add(new WeakReference(Md5(), true));
            }
        });
        thread.Start();
        thread.Join();
        for (int i = 0; i < 3; i++)
        {
            GC.Collect();
            GC.WaitForPendingFinalizers();
        }
        int alive = keys.FindAll(key => key.IsAlive).Count;
        That(alive < 100, $"{alive} are still there");
    }

    private static void DisposedDuringCall()
    {
        Key key = Md5();
        byte* memory = Memory(key);
        That(!IsFreed(memory), "before");
        bool held = false;
        // As each call does.
        SafeHandle handle = Handle(key);
        handle.DangerousAddRef(ref held);
        key.Dispose();
        That(!IsFreed(memory), "during the call");
        Throws<ObjectDisposedException>(() => key.Sign(Order()));
        That(!IsFreed(memory), "after another call");
        handle.DangerousRelease();
        That(IsFreed(memory), "after the call");
    }

    // What a wiped key would make of a message: MD5 of the fields, and no secret behind "&key=".
    // The text is long, so that most keys are disposed while it is absorbed, before the secret is.
    private static void Race()
    {
        var fields = new Fields
        {
            { "attach", new string('x', 4000) }, { "mch_id", "10000100" },
            { "result_code", "SUCCESS" }, { "return_code", "SUCCESS" },
            { "sign", Forged },
        };
        var document = new StringBuilder("<xml>");
        foreach (KeyValuePair<string, string> field in fields)
        {
            document.Append($"<{field.Key}>{field.Value}</{field.Key}>");
        }
        Reply reply = Reply.Read(document.Append("</xml>").ToString());
        int forged = 0;
        int tries = 0;
        var random = new Random(20140401);
        Key key = null;
        using (var begin = new Barrier(2))
        {
            bool over = false;
            int used = 0;
            var thread = new Thread(() =>
            {
                while (true)
                {
                    begin.SignalAndWait();
                    if (Volatile.Read(ref over))
                    {
                        return;
                    }
                    Interlocked.Increment(ref used);
                    try
                    {
                        for (int call = 0; ; call++)
                        {
                            forged += Believes(key, fields, reply, call) ? 1 : 0;
                        }
                    }
                    catch (ObjectDisposedException)
                    {
                        begin.SignalAndWait();
                    }
                }
            });
            thread.Start();
            for (; tries < RaceTries; tries++)
            {
                key = Md5();
                begin.SignalAndWait();
                SpinWait.SpinUntil(() => Volatile.Read(ref used) > tries);
                Thread.SpinWait(random.Next(500));
                key.Dispose();
                begin.SignalAndWait();
            }
            over = true;
            begin.SignalAndWait();
            thread.Join();
        }
        Equal(0, forged);
    }

    private static bool Believes(Key key, Fields fields, Reply reply, int call)
    {
        switch (call % 3)
        {
            case 0:
                return key.Sign(fields) == Forged;
            case 1:
                return reply.Judge(key, "/pay/micropay").Fault != Status.SignatureMismatch;
            default:
                try
                {
                    key.Verify(fields);
                    return true;
                }
                catch (WxpException error)
                {
                    Equal(Status.SignatureMismatch, error.Status);
                    return false;
                }
        }
    }

    private static void Threads()
    {
        using (Key key = Md5())
        {
            int right = 0;
            var threads = new Thread[4];
            for (int i = 0; i < threads.Length; i++)
            {
                threads[i] = new Thread(() =>
                {
                    for (int call = 0; call < 5000; call++)
                    {
                        if (key.Sign(Order()) == Signature)
                        {
                            Interlocked.Increment(ref right);
                        }
                    }
                });
                threads[i].Start();
            }
            foreach (Thread thread in threads)
            {
                thread.Join();
            }
            Equal(20000, right);
        }
    }

    private static void Judging()
    {
        string paid = File.ReadAllText(Path.Combine(workloads, "W3.MD5.xml"));
        using (Key key = Md5())
        {
            Judgment judgment = Reply.Read(paid).Judge(key, "payment");
            Equal(Verdict.Succeeded, judgment.Verdict);
            Equal(Verdict.Succeeded, judgment.Outcome);
            Equal(AdvisedAction.None, judgment.Action);
            That(judgment.IsAuthentic && !judgment.IsAmbiguous, "authentic");
            Equal(null, judgment.Advice);
            Equal(Status.Ok, judgment.Fault);
            Equal(null, judgment.Reason);
            Equal("支付测试", judgment.Get("attach"));
            Equal("100", judgment.Get("total_fee"));
            Equal(null, judgment.Get("total_fe"));
            Equal(null, judgment.Get(""));
            Equal(23, judgment.Fields().Count);
            Equal("支付测试", judgment.Fields()["attach"]);
            string last = "";
            foreach (string name in judgment.Fields().Keys)
            {
                That(string.CompareOrdinal(last, name) < 0, name);
                last = name;
            }
            key.Verify(judgment.Fields());

            var fields = new SortedDictionary<string, string>(StringComparer.Ordinal);
            foreach (KeyValuePair<string, string> field in judgment.Fields())
            {
                fields.Add(field.Key, field.Value);
            }
            fields["attach"] = "1&bank_type=CFT";
            judgment = Reply.Read(key.Write(fields)).Judge(key, "payment");
            That(judgment.IsAuthentic && judgment.IsAmbiguous, "ambiguous");

            judgment = Reply.Read(paid.Replace(">100<", ">101<")).Judge(key, "payment");
            Equal(Verdict.Untrusted, judgment.Verdict);
            Equal(null, judgment.Outcome);
            Equal(Status.SignatureMismatch, judgment.Fault);
            That(judgment.Reason.Length > 0, "a reason");
            That(!judgment.IsAuthentic, "not authentic");
            var error = Throws<NotAuthenticException>(() => judgment.Fields());
            That(error.Message.Contains("Unverified()"), error.Message);
            Throws<NotAuthenticException>(() => judgment.Get("total_fee"));
            Equal("101", judgment.Unverified()["total_fee"]);

            judgment = Reply.Read("<xml><return_code>FAIL</return_code></xml>")
                .Judge(key, "/pay/unifiedorder");
            Equal(Verdict.Refused, judgment.Verdict);
            Throws<NotAuthenticException>(() => judgment.Get("return_code"));
        }
        using (var key = new Key(Algorithm.HmacSha256, Secret))
        {
            Judgment judgment = Reply.Read(paid).Judge(key, "payment");
            Equal(Status.AlgorithmMismatch, judgment.Fault);
        }
    }

    private static Fields Paid(params string[] more)
    {
        var fields = new Fields
        {
            { "return_code", "SUCCESS" }, { "result_code", "SUCCESS" }, { "out_trade_no", "7" },
            { "transaction_id", "4" }, { "total_fee", 888 }, { "attach", "茶" },
        };
        for (int i = 0; i < more.Length; i += 2)
        {
            fields.Add(more[i], more[i + 1]);
        }
        return fields;
    }

    private static void Expecting()
    {
        using (Key key = Md5())
        {
            Judgment judgment = Reply.Read(key.Write(Paid())).Judge(key, "payment");
            judgment.Expect(new Fields { { "out_trade_no", "7" }, { "total_fee", 888 } });
            judgment.Expect(new Dictionary<string, string> { { "attach", "茶" }, { "a", null } });
            judgment.Expect(new Dictionary<string, object> { { "total_fee", 888L } });
            GC.Collect(); // which moves what is not held fast
            Differs(
                "total_fee is 888, not 1", "total_fee",
                () => judgment.Expect(new Fields { { "attach", "茶" }, { "total_fee", 1 } }));
            Differs(
                "sub_mch_id is missing, not 1", "sub_mch_id",
                () => judgment.Expect(new Fields { { "sub_mch_id", 1 } }));
            Differs(
                "attach is 茶, and should be missing", "attach",
                () => judgment.Expect(new Fields { { "attach", "" } }));
            Judgment dollars = Reply.Read(key.Write(Paid("fee_type", "USD"))).Judge(key, "payment");
            Differs(
                "fee_type is USD, not CNY", "fee_type",
                () => dollars.Expect(new Fields { { "total_fee", 888 } }));
            Refuses(Status.Argument, null, null, () => judgment.Expect(new Fields()));
            Refuses(
                Status.FieldName, "a b", 1, () => judgment.Expect(new Fields { { "a b", "1" } }));
            Throws<ArgumentException>(
                () => judgment.Expect(new Dictionary<string, object> { { "total_fee", 8.88 } }));
            Throws<ArgumentNullException>(() => judgment.Expect((Fields)null));
            Judgment refused = Reply.Read("<xml><return_code>FAIL</return_code></xml>")
                .Judge(key, "/pay/micropay");
            Refuses(
                Status.Argument, null, null,
                () => refused.Expect(new Fields { { "return_code", "FAIL" } }));
        }
    }

    private static void Differs(string message, string field, Action call)
    {
        Equal(message, Refuses(Status.Differs, field, null, call).Message);
    }

    private static void OtherKinds()
    {
        using (Key key = Md5())
        {
            Judgment paid = Reply.Read(key.Write(Paid())).Judge(key, "payment");
            Equal("payment", paid.Source);
            Equal(OrderState.Paid, paid.Order);
            Equal(null, paid.FaultField);
            paid = Reply.Read(key.Write(Paid("trade_state", "REFUND")))
                .Judge(key, "https://api.mch.weixin.qq.com/pay/orderquery");
            Equal("/pay/orderquery", paid.Source);
            Equal(OrderState.Refunded, paid.Order);
            OtherKind(key, Paid("prepay_id", "wx1"), "payment", Status.Foreign, "prepay_id");
            OtherKind(key, Paid(), "contract", Status.Lacks, "change_type");
            OtherKind(key, Paid("openid", "o&total_fee=1"), "payment", Status.Ambiguous, "openid");
            Refuses(Status.Root, null, 1, () => Reply.Read("<root><a>1</a></root>"));
        }
    }

    private static void OtherKind(
        Key key, Fields fields, string source, Status fault, string field)
    {
        Judgment judgment = Reply.Read(key.Write(fields)).Judge(key, source);
        Equal(Verdict.Untrusted, judgment.Verdict);
        Equal(fault, judgment.Fault);
        Equal(field, judgment.FaultField);
        That(judgment.Reason.EndsWith(", field " + field), judgment.Reason);
        Refuses(
            Status.Argument, null, null,
            () => judgment.Expect(new Fields { { "out_trade_no", "7" } }));
    }

    private static void References()
    {
        // The values that have to be decoded lie behind the document, the others in it.
        string document = "\ufeff<?xml version=\"1.0\"?><xml><b>&lt;&#x4E2D;&gt;</b><a>1</a>" +
            "<e></e><c><![CDATA[<]]>=<![CDATA[>]]></c><d>a\r\nb</d></xml>";
        IReadOnlyDictionary<string, string> fields = Reply.Read(document).Unverified();
        Equal(5, fields.Count);
        Equal("1", fields["a"]);
        Equal("<中>", fields["b"]);
        Equal("<=>", fields["c"]);
        Equal("a\nb", fields["d"]);
        Equal("", fields["e"]);
    }

    private static void ManyRead()
    {
        foreach (int count in new[] { 0, 1, 63, 64, 65, 128, 129, 512 })
        {
            var document = new StringBuilder("<xml>");
            for (int i = 0; i < count; i++)
            {
                document.Append($"<f{count - i:D3}>&amp;{i}</f{count - i:D3}>");
            }
            string text = document.Append("</xml>").ToString();
            IReadOnlyDictionary<string, string> fields = Reply.Read(text).Unverified();
            Equal(count, fields.Count);
            Equal(count == 0, !fields.ContainsKey("f001"));
            if (count > 0)
            {
                Equal($"&{count - 1}", fields["f001"]);
            }
            if (count > 128)
            {
                Refuses(Status.TooManyFields, null, null, () => Reply.ReadNested(text));
            }
            else
            {
                Equal(count, Reply.ReadNested(text).Unverified().Count);
            }
        }
        var many = new StringBuilder("<xml>");
        for (int i = 0; i < 513; i++)
        {
            many.Append($"<f{i}>1</f{i}>");
        }
        many.Append("</xml>");
        Refuses(Status.TooManyFields, null, null, () => Reply.Read(many.ToString()));
    }

    private static void SurrogateInDocument()
    {
        Refuses(Status.NotUtf8, null, 11, () => Reply.Read("<xml><a>中\ud800</a></xml>"));
        Refuses(Status.NotUtf8, null, 11, () => Reply.ReadNested("<xml><a>中\ud800</a></xml>"));
        byte[] bytes = { 60, 120, 62, 60, 97, 62, 0xFF, 60, 47, 97, 62, 60, 47, 120, 62 };
        Refuses(Status.NotUtf8, null, 6, () => Reply.Read(bytes));
    }

    private static void OtherDocuments()
    {
        const string No = "not a message of the protocol, but ";
        const string Chinese = "不是本协议的报文，而是";
        Says(
            Case("21-no-cert-400.html"), Status.Root, 1,
            No + "a web page: the server says that no client certificate was shown, which this " +
                "operation needs",
            Chinese + "网页：服务器提示未收到商户API证书，而该接口必须使用证书");
        Says(
            Case("32-apiv3-notice.json"), Status.NotXml, 0,
            No + "a message of APIv3: another protocol, with other keys",
            Chinese + "APIv3的报文：另一套协议，使用另外的密钥");
        Says(
            Case("01-json-escaped-log.txt"), Status.Name, 43,
            No + "XML escaped as in JSON (a log line): unescape it",
            Chinese + "按JSON转义过的XML（日志中的一行）：需要先反转义");
        Says(
            Encoding.UTF8.GetBytes("<xml><a><b>1</b></a></xml>"), Status.Nested, 8,
            "an element inside a field", "字段内含有子元素");
    }

    private static byte[] Case(string name) =>
        File.ReadAllBytes(Path.Combine(workloads, "..", "field_cases", name));

    // That a document is refused in these words.
    private static void Says(
        byte[] document, Status status, int offset, string english, string chinese)
    {
        try
        {
            Reply.Read(document);
        }
        catch (WxpException error)
        {
            Equal(status, error.Status);
            Equal(offset, error.Offset);
            Equal($"{english}, byte {offset}", error.MessageIn(Language.English));
            Equal($"{chinese}，字节偏移{offset}", error.MessageIn(Language.Chinese));
            That(
                error.Message == error.MessageIn(Language.English) ||
                error.Message == error.MessageIn(Language.Chinese), error.Message);
            return;
        }
        That(false, english);
    }

    private static void NestedDocuments()
    {
        const string Document = "<xml><b>&amp;</b><list><item><x>&lt;1</x><y>2</y></item>" +
            "<item><x>3</x></item></list><a>1</a></xml>";
        Refuses(Status.Nested, null, 23, () => Reply.Read(Document));
        Reply reply = Reply.ReadNested(Document);
        Equal("1", reply.Unverified()["a"]);
        Equal("&", reply.Unverified()["b"]);
        Equal(2, reply.Unverified().Count);
        IReadOnlyList<FieldGroup> records = reply.UnverifiedRecords();
        Equal(2, records.Count);
        Equal("item", records[0].Name);
        Equal("<1", records[0].Fields["x"]);
        Equal("2", records[0].Fields["y"]);
        Equal("3", records[1].Fields["x"]);
        Equal(0, Reply.Read("<xml><a>1</a></xml>").UnverifiedRecords().Count);
        using (Key key = Md5())
        {
            Equal(Status.NoReturnCode, reply.Judge(key, "/mmpaymkttransfers/gethbinfo").Fault);
        }
    }

    private static void Payloads()
    {
        var all = new SortedDictionary<string, object>
        {
            { "act_name", "tea" }, { "amount", 1 }, { "appid", "wx1" }, { "desc", "pay" },
            { "err_code_des", "no" }, { "mch_billno", "1" }, { "mch_id", 1 },
            { "nonce_str", "n" }, { "openid", "o" }, { "package", "p" },
            { "partner_trade_no", "1" }, { "prepay_id", "wx2" }, { "product_id", "1" },
            { "re_openid", "r" }, { "timestamp", 1414561699 }, { "total_amount", 1 },
            { "ww_msg_type", "NORMAL_MSG" }, { "wxappid", "wx1" },
        };
        int lacks = 0;
        using (Key md5 = Md5())
        using (var hmac = new Key(Algorithm.HmacSha256, Secret))
        {
            foreach (Payload kind in Enum.GetValues(typeof(Payload)))
            {
                bool isH5 = kind == Payload.ContractH5 || kind == Payload.ContractPartnerH5;
                Key key = isH5 ? hmac : md5;
                string whole = key.Payload(kind, all);
                That(whole.Length > 0, kind.ToString());
                foreach (string name in new List<string>(all.Keys))
                {
                    var fewer = new SortedDictionary<string, object>(all) { [name] = null };
                    try
                    {
                        key.Payload(kind, fewer);
                    }
                    catch (WxpException error)
                    {
                        Equal(Status.Missing, error.Status);
                        Equal(name, error.Field);
                        Equal(null, error.Offset);
                        lacks++;
                    }
                }
            }
            Refuses(Status.Argument, null, null, () => md5.Payload((Payload)0, all));
            Refuses(
                Status.AlgorithmMismatch, null, null, () => hmac.Payload(Payload.NativeCode, all));
        }
        // As many as wxp.h names at the kinds.
        Equal(4 + 5 + 4 + 5 + 4 + 4 + 7 + 8, lacks);
    }

    private static void Explanations()
    {
        using (Key key = Md5())
        using (var other = new Key(Algorithm.HmacSha256, Secret))
        {
            Equal(Cause.None, key.Explain(Order(), Signature).Cause);
            Equal(Cause.Missing, key.Explain(Order()).Cause);
            Equal(Cause.OtherAlgorithm, key.Explain(Order(), other.Sign(Order())).Cause);
            var fewer = new Fields { { "appid", "wxd930ea5d5a258f4f" }, { "mch_id", 10000100 } };
            string signature = key.Sign(fewer);
            fewer.Add("body", "test");
            Explanation why = key.Explain(fewer, signature);
            Equal(Cause.FieldLeftOut, why.Cause);
            Equal("body", why.Field);
            That(why.Text.Length > 0, "a text");
            fewer.Add("attach", "a");
            why = key.Explain(fewer, signature);
            Equal(Cause.FieldsLeftOut, why.Cause);
            Equal("body attach", string.Join(" ", why.Fields));
            Equal(0, why.Hints(Sender.Merchant).Count);
            Explanation unknown = key.Explain(fewer, new string('0', 32));
            Equal(Hint.OtherKey, unknown.Hints(Sender.Merchant)[0]);
            That(Explanation.HintText(Hint.OtherKey).Contains("app secret"), "a hint");
            Equal(Hint.SandboxKey, Explanation.RefusalHints("沙箱验证签名失败")[0]);
            Equal(0, Explanation.RefusalHints("OK").Count);
        }
    }

    private static void SecondSignatures()
    {
        using (Key key = Md5())
        {
            var page = new Fields
            {
                { "appId", "wxd930ea5d5a258f4f" }, { "timeStamp", "1414561699" },
                { "nonceStr", "5K8264ILTKCH16CQ2502SI8ZNMTM67VS" },
                { "package", "prepay_id=wx201410272009395522657a69038" }, { "signType", "MD5" },
            };
            string right = key.Sign(page);
            Explanation why = key.ExplainSecond(page, right);
            Equal(Cause.None, why.Cause);
            Equal(SecondSignature.Jsapi, why.Second);
            Equal(0, why.Findings.Count);
            That(Explanation.SecondText(SecondSignature.Jsapi).Contains("page"), "a text");
            var bare = new Fields(page) { { "paySign", "x" } };
            Equal(Cause.Form, key.ExplainSecond(bare).Cause);
            Equal(Cause.SecondMilliseconds, key.ExplainSecond(
                new Dictionary<string, string>
                {
                    { "appId", "wxd930ea5d5a258f4f" }, { "timeStamp", "1414561699000" },
                    { "nonceStr", "5K8264ILTKCH16CQ2502SI8ZNMTM67VS" },
                    { "package", "prepay_id=wx201410272009395522657a69038" },
                    { "signType", "MD5" },
                },
                right).Cause);
            Equal(null, key.Explain(page, right).Second);
            Refuses(Status.NotFound, null, null, () => key.ExplainSecond(Order()));
            key.Dispose();
            Throws<ObjectDisposedException>(() => key.ExplainSecond(page, right));
        }
    }

    private static void Bodies()
    {
        const string document = "<xml><a>1</a></xml>";
        Undone undone = Protocol.Undo(Encoding.UTF8.GetBytes("log: " + document + " end"));
        Equal(Layer.Surroundings, undone.Layer);
        Equal(document, Encoding.UTF8.GetString(undone.Body));
        That(undone.Text.Contains("left out"), undone.Text);
        That(undone.TextIn(Language.Chinese) != undone.Text, "Chinese");
        Equal(null, Protocol.Undo(Encoding.UTF8.GetBytes(document)));
        Equal(null, Protocol.Undo(ReadOnlySpan<byte>.Empty));
        var error = Throws<WxpException>(() => Protocol.Undo(Encoding.UTF8.GetBytes("\"\\x\"")));
        Equal(Status.Escape, error.Status);
        That(error.Offset.HasValue, "a place");

        FieldList list = Protocol.ReadFields(Encoding.UTF8.GetBytes("b=1&a=茶&key=" + Secret));
        Equal("[b, 1] [a, 茶]", string.Join(" ", list.Fields));
        That(list.HeldKey, "the key was in it");
        list = Protocol.ReadFields(Encoding.UTF8.GetBytes("{\"b\":\"\\u8336\",\"a\":2}"));
        Equal("[b, 茶] [a, 2]", string.Join(" ", list.Fields));
        That(!list.HeldKey && !list.IsGuess, "of JSON all is known");
        Equal(Status.List, Throws<WxpException>(() => Protocol.ReadFields(ReadOnlySpan<byte>.Empty)).Status);
    }

    private const string Unified = "/pay/unifiedorder";

    private static Fields Unifiedorder() => new Fields
    {
        { "appid", "wxd930ea5d5a258f4f" },
        { "mch_id", "10000100" },
        { "nonce_str", "ibuaiVcKdpRxkhJA" },
        { "body", "茶" },
        { "out_trade_no", "20260101001" },
        { "spbill_create_ip", "123.12.12.123" },
        { "notify_url", "https://example.com/notify" },
        { "openid", "oUpF8uMuAJO_M2pxb1Q9zNjWeS6o" },
    };

    /// <summary>The fields of a message that somebody had in hand.</summary>
    private static Fields FieldCase(string name)
    {
        var fields = new Fields();
        foreach (string line in File.ReadAllLines(
            Path.Combine(workloads, "..", "field_cases", name), Encoding.UTF8))
        {
            int equals = line.IndexOf('=');
            fields.Add(line.Substring(0, equals), line.Substring(equals + 1));
        }
        return fields;
    }

    private static string Found(Key key, string name, string operation)
    {
        var lines = new List<string>();
        foreach (Finding one in key.Check(FieldCase(name), operation))
        {
            That(one.IsCertain, one.Text);
            string index = one.Index.HasValue ? $" {one.Index}" : string.Empty;
            string offset = one.Offset > 0 ? $" @{one.Offset}" : string.Empty;
            lines.Add($"{one.Kind} {one.Field}{index}{offset}");
        }
        return string.Join("\n", lines);
    }

    private static void Findings()
    {
        using (Key key = Md5())
        using (var other = new Key(Algorithm.HmacSha256, Secret))
        {
            var order = new Fields(Unifiedorder()) { { "total_fee", 888 }, { "trade_type", "JSAPI" } };
            Equal(0, key.Check(order, Unified).Count);
            Equal(FindingKind.SignTypeMissing, other.Check(order, Unified)[0].Kind);

            const string transfers = "/mmpaymkttransfers/promotion/transfers";
            const string mixed = "12-transfers-mch_id.txt";
            Equal(
                "NotAField mch_id 5\nNotAField appid 10\nMissing mch_appid\nMissing mchid",
                Found(key, mixed, transfers));
            Finding stranger = key.Check(FieldCase(mixed), transfers)[0];
            Equal("mchid", stranger.Meant);
            Equal("mch_id: not a field of this operation; is mchid meant?", stranger.Text);
            Equal(
                "NotAField trade_type 12",
                Found(key, "43-redpack-trade_type.txt", "/mmpaymkttransfers/sendredpack"));
            const string many = "34-request-many-mistakes.txt";
            Equal(
                "Characters out_trade_no 4 @1\nAmount total_fee 5 @1\nIp spbill_create_ip 6\n" +
                "NotifyUrlQuery notify_url 7 @23\nTime time_expire 9 @13\n" +
                "Currency fee_type 10\nMissingFor openid",
                Found(key, many, Unified));
            IReadOnlyList<Finding> found = key.Check(FieldCase(many), Unified);
            Equal("sub_openid", string.Join(" ", found[6].Alternatives));
            Equal("trade_type JSAPI", $"{found[6].Because} {found[6].BecauseValue}");
            Equal("total_fee: not an amount in whole fen, at byte 1", found[1].Text);
            Equal(
                "total_fee：金额应为整数，单位为分，不能带小数，第2个字节",
                found[1].TextIn(Language.Chinese));
            Throws<ArgumentOutOfRangeException>(() => found[1].TextIn((Language)2));
            order.Add("goods_tag", new string('x', 1000));
            Finding tooLong = key.Check(order, Unified)[0];
            Equal("TooLong 32", $"{tooLong.Kind} {tooLong.Limit}");

            var strangers = new Fields();
            for (int i = 300; i > 0; i--)
            {
                strangers.Add($"f{i}", 1);
            }
            found = key.Check(strangers, Unified);
            for (int i = 0; i < 300; i++)
            {
                Equal($"f{300 - i} {i}", $"{found[i].Field} {found[i].Index}");
            }

            Refuses(Status.NotFound, null, null, () => key.Check(order, "/pay/nothing"));
            Refuses(Status.NotFound, null, null, () => key.Check(order, "payment"));
            var named = new Dictionary<string, string> { { "<b>", "1" } };
            Refuses(Status.FieldName, "<b>", 0, () => key.Check(named, Unified));
            Throws<ArgumentNullException>(() => key.Check(order, null));
            Throws<ArgumentNullException>(() => key.Check((Fields)null, Unified));
            key.Dispose();
            Throws<ObjectDisposedException>(() => key.Check(order, Unified));
        }
    }

    private static void FindingsWithoutKey()
    {
        Fields many = FieldCase("34-request-many-mistakes.txt");
        string said = string.Join("\n", Protocol.Check(many, Unified, Algorithm.Md5));
        using (Key key = Md5())
        {
            Equal(said, string.Join("\n", key.Check(many, Unified)));
            Equal(said, string.Join("\n", key.Check(many.Packed, Unified)));
            Explanation why = key.Explain(many, new string('0', 32), Unified);
            Equal(Cause.Unknown, why.Cause);
            Equal(said, string.Join("\n", why.Findings));
            Equal(0, key.Explain(many).Findings.Count);
            Refuses(Status.NotFound, null, null, () => key.Explain(many, "", "/pay/nothing"));
        }
        Refuses(Status.NotFound, null, null,
            () => Protocol.Check(many, "/pay/nothing", Algorithm.Md5));
        var named = new Dictionary<string, string> { { "<b>", "1" } };
        Refuses(Status.FieldName, "<b>", 0, () => Protocol.Check(named, Unified, Algorithm.Md5));
        Equal(0, Protocol.Check(
            new Fields(Unifiedorder()) { { "total_fee", 888 }, { "trade_type", "JSAPI" } },
            Unified, Algorithm.Md5).Count);
    }

    private static void WrongRequests()
    {
        using (Key key = Md5())
        {
            Fields many = FieldCase("34-request-many-mistakes.txt");
            var error = Throws<WrongRequestException>(() => key.Write(many, Unified));
            Equal(7, error.Findings.Count);
            Equal(string.Join("\n", error.Findings), error.Message);
            That(error.MessageIn(Language.Chinese).Contains("\ntotal_fee：金额"), "Chinese");
            // A program that names no operation has not asked.
            That(key.Write(many).Contains("<total_fee>0.1</total_fee>"), "not asked");

            var order = new Fields(Unifiedorder()) { { "trade_type", "NATIVE" } };
            var doubtful = new Fields(order) { { "total_fee", 888 } };
            IReadOnlyList<Finding> found = key.Check(doubtful, Unified);
            Equal("1 product_id False", $"{found.Count} {found[0].Field} {found[0].IsCertain}");
            Equal(key.Write(doubtful), key.Write(doubtful, Unified));
            var wrong = new Fields(order) { { "total_fee", "0.1" } };
            error = Throws<WrongRequestException>(() => key.Write(wrong, Unified));
            Equal(2, error.Findings.Count);
            Equal("total_fee: not an amount in whole fen, at byte 1", error.Message);
            Throws<WrongRequestException>(
                () => key.Write(new Dictionary<string, object> { { "total_fee", 1 } }, Unified));

            // The same with a span.
            var room = new byte[2000];
            error = Throws<WrongRequestException>(() => key.Write(wrong.Packed, room, Unified));
            Equal("total_fee: not an amount in whole fen, at byte 1", error.Message);
            Throws<WrongRequestException>(
                () => key.TryWrite(wrong.Packed, room, out int _, Unified));
            Equal((byte)0, room[0]);
            int length = key.Write(doubtful.Packed, room, Unified);
            Equal(key.Write(doubtful), Encoding.UTF8.GetString(room, 0, length));
            Refuses(Status.NotFound, null, null,
                () => key.Write(doubtful.Packed, room, "/pay/nothing"));
        }
    }

    private static void Catalogue()
    {
        That(Operation.All.Count > 100, "many");
        foreach (Operation endpoint in Operation.All)
        {
            Equal(endpoint.Path, Operation.Find("https://" + endpoint.Host + endpoint.Path).Path);
        }
        Operation refund = Operation.Find("/secapi/pay/refund?a=1");
        That(refund.NeedsCertificate && refund.MovesMoney && !refund.IsGet, "refund");
        Equal("/secapi/pay/refund", refund.ToString());
        Equal(null, Operation.Find("/none"));
        Equal(AdvisedAction.Query, Protocol.Advice("/pay/micropay", "SYSTEMERROR").Action);
        Equal(BodyKind.Json, Protocol.Body(Encoding.UTF8.GetBytes("{}")));
        Equal(BodyKind.Empty, Protocol.Body(ReadOnlySpan<byte>.Empty));
        That(Protocol.Acknowledge("payment").Contains("SUCCESS"), "taken");
        That(Protocol.Acknowledge("payment", false).Contains("FAIL"), "not taken");
    }

    /// <summary>A culture that speaks this language, also where only the invariant one is installed.</summary>
    private sealed class Speaking : CultureInfo
    {
        internal Speaking(string language)
            : base(string.Empty) => this.TwoLetterISOLanguageName = language;

        public override string TwoLetterISOLanguageName { get; }
    }

    private static void Languages()
    {
        CultureInfo before = CultureInfo.CurrentUICulture;
        try
        {
            using (Key key = Md5())
            {
                Languages(key);
            }
        }
        finally
        {
            Texts.Language = Language.English;
            CultureInfo.CurrentUICulture = before;
        }
    }

    private static void Languages(Key key)
    {
        const Language chinese = Language.Chinese;
        Equal(Language.English, Texts.Language);
        Advice advice = Protocol.Advice("/pay/micropay", "ORDERCLOSED");
        Equal("订单已关闭：请用新的商户订单号重新下单", advice.TextIn(chinese));
        That(advice.Text.StartsWith("the order is closed"), advice.Text);
        Equal("关闭订单", Operation.Find("/pay/closeorder").PurposeIn(chinese));
        Equal("close order", Operation.Find("/pay/closeorder").Purpose);
        Explanation why = key.Explain(Order(), "x");
        Equal("这不是签名：签名应为32位或64位十六进制字符", why.TextIn(chinese));
        WxpException fault = Thrown(() => key.Write(new Fields { { "body", "tea\u0007" } }));
        That(fault.Message.EndsWith(", field body, byte 3"), fault.Message);
        That(fault.MessageIn(chinese).EndsWith("，字段body，字节偏移3"), fault.MessageIn(chinese));
        string paid = "<xml><return_code>SUCCESS</return_code><result_code>SUCCESS</result_code>" +
            "<out_trade_no>7</out_trade_no><transaction_id>4</transaction_id>{0}</xml>";
        Judgment lacking = Signed(key, paid, string.Empty).Judge(key, "payment");
        Equal("签名正确，但消息种类不符：缺少字段，字段total_fee", lacking.ReasonIn(chinese));
        That(lacking.AdviceIn(chinese) != lacking.Advice, lacking.Advice);
        Judgment judgment = Signed(key, paid, "<total_fee>1</total_fee>").Judge(key, "payment");
        Equal(null, judgment.ReasonIn(chinese));
        Differs(judgment, "total_fee", "888", "total_fee的值是1，应为888");
        Differs(judgment, "attach", "x", "缺少attach，应为x");
        Differs(judgment, "out_trade_no", "", "out_trade_no的值是7，但不应有此字段");

        // By process, and by culture only if asked to.
        CultureInfo.CurrentUICulture = new Speaking("zh");
        Equal("close order", Operation.Find("/pay/closeorder").Purpose);
        Texts.Language = null;
        Equal(null, Texts.Language);
        Equal("关闭订单", Operation.Find("/pay/closeorder").Purpose);
        Equal(advice.TextIn(chinese), advice.Text);
        CultureInfo.CurrentUICulture = new Speaking("de");
        Equal("close order", Operation.Find("/pay/closeorder").Purpose);
        Texts.Language = chinese;
        Equal(lacking.ReasonIn(chinese), lacking.Reason);
        Equal(why.TextIn(chinese), why.Text);
        fault = Thrown(() => key.Write(new Fields { { "body", "tea\u0007" } }));
        Equal(fault.MessageIn(chinese), fault.Message);
        foreach (Action wrong in new Action[]
        {
            () => Texts.Language = (Language)2, () => advice.TextIn((Language)(-1)),
            () => fault.MessageIn((Language)2),
        })
        {
            try
            {
                wrong();
                That(false, "no such language");
            }
            catch (ArgumentOutOfRangeException)
            {
            }
        }
        Equal(chinese, Texts.Language);
    }

    private static Reply Signed(Key key, string document, string more)
    {
        string unsigned = string.Format(document, more);
        string signature = key.Sign(Reply.Read(Encoding.UTF8.GetBytes(unsigned)).Unverified());
        string sign = $"{more}<sign>{signature}</sign>";
        return Reply.Read(Encoding.UTF8.GetBytes(string.Format(document, sign)));
    }

    private static void Differs(Judgment judgment, string name, string expected, string chinese)
    {
        WxpException fault = Thrown(() => judgment.Expect(new Fields { { name, expected } }));
        Equal(chinese, fault.MessageIn(Language.Chinese));
        That(fault.Message.StartsWith(name + " is "), fault.Message);
    }

    private static WxpException Thrown(Action action)
    {
        try
        {
            action();
        }
        catch (WxpException fault)
        {
            return fault;
        }
        throw new InvalidOperationException("nothing was thrown");
    }

    private static void QuickPayment()
    {
        string paid = "<xml><return_code>SUCCESS</return_code><result_code>SUCCESS</result_code>" +
            "<trade_state>SUCCESS</trade_state><out_trade_no>7</out_trade_no>" +
            "<transaction_id>4</transaction_id><total_fee>888</total_fee><sign></sign></xml>";
        using (Key key = Md5())
        {
            var payment = new QuickPay();
            Equal(PaymentStep.Order, payment.Next().Step);
            Equal(12, payment.Save().Length);
            Next next = payment.Next(PaymentEvent.NoAnswer, 3);
            That(next.Step == PaymentStep.Wait || next.Step == PaymentStep.Query, next.Step.ToString());
            payment = new QuickPay(payment.Save());
            Equal(next.Step, payment.Next().Step);
            Equal(next.Wait, payment.Next().Wait);
            byte[] before = payment.Save();
            Refuses(Status.Null, null, null, () => payment.Next(PaymentEvent.Query, 1));
            Refuses(Status.Argument, null, null, () => payment.Next((PaymentEvent)99, 1));
            Throws<ArgumentOutOfRangeException>(() => payment.Next(PaymentEvent.Waited, -1));
            Equal(Convert.ToBase64String(before), Convert.ToBase64String(payment.Save()));
            var late = new QuickPay(before);
            var later = new QuickPay(before);
            Equal(late.Next(PaymentEvent.Waited, 65535).Step, later.Next(PaymentEvent.Waited, 86400).Step);
            Equal(Convert.ToBase64String(late.Save()), Convert.ToBase64String(later.Save()));
            var fields = new Fields(Reply.Read(paid).Unverified());
            Judgment judged = Reply.Read(key.Write(fields)).Judge(key, "/pay/orderquery");
            Equal(Verdict.Succeeded, judged.Verdict);
            Equal(PaymentStep.Paid, payment.Next(PaymentEvent.Query, 10, judged).Step);
            Equal(PaymentStep.Paid, new QuickPay(payment.Save()).Next().Step);
            Equal(PaymentStep.NotSent, new QuickPay().Next(PaymentEvent.NotSent, 1).Step);
            Equal(PaymentStep.Query, new QuickPay(new QuickPay().Save()).Next().Step);
            Equal(PaymentStep.Wait, new QuickPay(new QuickPay().Save()).Next(PaymentEvent.NotSent, 1).Step);
            // A judgment of another operation than the event's.
            var other = new QuickPay();
            Refuses(Status.Argument, null, null, () => other.Next(PaymentEvent.Order, 1, judged));
            Refuses(Status.Argument, null, null, () => other.Next(PaymentEvent.Reverse, 1, judged));
            Equal(PaymentStep.Order, other.Next().Step);
            byte[] damaged = payment.Save();
            damaged[3] ^= 1;
            Refuses(Status.Argument, null, null, () => new QuickPay(damaged));
            Refuses(Status.Argument, null, null, () => new QuickPay(new byte[11]));
        }
    }

    private static void QuickPayTiming()
    {
        var china = new Timing();
        Equal("5 10 45 15 5 10 5", string.Join(
            " ", china.FirstQuery, china.Spacing, china.Total, china.ReverseFrom,
            china.ReverseSpacing, china.Reverses, china.Queries));
        Equal(5, new QuickPay().Next(PaymentEvent.NoAnswer).Wait);
        Equal(7, new QuickPay(null, new Timing(firstQuery: 7)).Next(PaymentEvent.NoAnswer).Wait);
        Throws<ArgumentOutOfRangeException>(() => new Timing(reverses: 256));
        Throws<ArgumentOutOfRangeException>(() => new Timing(spacing: 65536));
        Throws<ArgumentOutOfRangeException>(() => new Timing(total: -1));
    }

    private static void Nonces()
    {
        var seen = new HashSet<string>();
        for (int i = 0; i < 1000; i++)
        {
            string nonce = Protocol.Nonce();
            Equal(32, nonce.Length);
            That(seen.Add(nonce), nonce);
        }
    }

#if NETCOREAPP
    private static void NothingAllocated()
    {
        using (Key key = Md5())
        {
            byte[] packed = Order().Packed.ToArray();
            Fields signed = Order();
            signed.Add("sign", Signature);
            byte[] verified = signed.Packed.ToArray();
            var room = new byte[2000];
            for (int round = 0; round < 2; round++)
            {
                long before = GC.GetAllocatedBytesForCurrentThread();
                for (int i = 0; i < 1000; i++)
                {
                    key.Sign(packed, room);
                    key.Write(packed, room);
                    key.Verify(verified);
                    key.TrySign(packed, room.AsSpan(0, 10), out int _);
                }
                long allocated = GC.GetAllocatedBytesForCurrentThread() - before;
                if (round > 0)
                {
                    Equal(0L, allocated);
                }
            }
            long start = GC.GetAllocatedBytesForCurrentThread();
            new Fields();
            That(GC.GetAllocatedBytesForCurrentThread() > start, "the measure measures");
        }
    }
#endif

    private static Fields Many(int count, Func<int, string> name)
    {
        var fields = new Fields();
        for (int i = 0; i < count; i++)
        {
            fields.Add(name(i), name(i));
        }
        return fields;
    }

    private const BindingFlags All =
        BindingFlags.Instance | BindingFlags.NonPublic | BindingFlags.Public;

    private static SafeHandle Handle(Key key) =>
        (SafeHandle)typeof(Key).GetField("key", All).GetValue(key);

    private static byte* Memory(Key key) => (byte*)Handle(key).DangerousGetHandle();

    // Memory that was given back keeps what was in it, but for what malloc writes at its start, until
    // it is taken again. So this is called once before: compiling it takes memory.
    private static bool IsFreed(byte* memory)
    {
        for (int i = 32; i < 256; i++)
        {
            if (memory[i] != 0)
            {
                return false;
            }
        }
        return true;
    }

    private static void Check(string name, Action test)
    {
        try
        {
            test();
            passed++;
        }
        catch (Exception error)
        {
            failed++;
            Console.WriteLine($"FAILED: {name}: {error}");
        }
    }

    private static void That(bool right, string what)
    {
        if (!right)
        {
            throw new InvalidOperationException(what);
        }
    }

    private static void Equal(object expected, object found) =>
        That(Equals(expected, found), $"{expected ?? "null"} was expected, not {found ?? "null"}");

    private static T Throws<T>(Action call) where T : Exception
    {
        try
        {
            call();
        }
        catch (T error)
        {
            return error;
        }
        throw new InvalidOperationException($"{typeof(T).Name} was expected");
    }

    private static WxpException Refuses(Status status, string field, int? offset, Action call)
    {
        var error = Throws<WxpException>(call);
        Equal(status, error.Status);
        Equal(field, error.Field);
        Equal(offset, error.Offset);
        return error;
    }
}
