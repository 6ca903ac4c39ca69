using System;
using System.Collections.Generic;
using System.Globalization;
using System.IO;
using System.Text;
using Wxp;

/// <summary>
/// Answers requests on standard input, one a line, through the binding: parts separated by TAB and
/// percent-encoded. The other bindings have the same, so that they can be compared.
/// </summary>
internal static class Runner
{
    private static readonly Encoding Strict = new UTF8Encoding(false, true);

    private static void Main()
    {
        using (var input = new StreamReader(Console.OpenStandardInput(), Encoding.ASCII))
        using (var output = new StreamWriter(Console.OpenStandardOutput(), Encoding.ASCII))
        {
            output.NewLine = "\n";
            string line;
            while ((line = input.ReadLine()) != null)
            {
                output.WriteLine(string.Join("\t", Encoded(Answer(new Request(line)))));
                output.Flush();
            }
        }
    }

    private static IEnumerable<string> Answer(Request request)
    {
        var answer = new List<string> { "ok" };
        try
        {
            answer.AddRange(Result(request));
            return answer;
        }
        catch (WxpException error)
        {
            string offset = error.Offset.HasValue ? Text(error.Offset.Value) : "";
            return new[]
            {
                "error", Text((int)error.Status), error.Field ?? "", offset, error.Message,
            };
        }
        catch (ArgumentException)
        {
            return new[] { "type" };
        }
        catch (Exception error)
        {
            return new[] { "crash", error.GetType().FullName, error.Message };
        }
    }

    private static IEnumerable<string> Result(Request request)
    {
        switch (request.String())
        {
            case "key":
                var algorithm = (Algorithm)request.Integer();
                byte[] secret = request.Bytes();
                new Key(algorithm, secret).Dispose();
                if (IsText(secret))
                {
                    new Key(algorithm, Strict.GetString(secret)).Dispose();
                }
                return new string[0];
            case "sign":
                return WithKey(request, key => One(key.Sign(request.Fields())));
            case "verify":
                return WithKey(request, key =>
                {
                    key.Verify(request.Fields());
                    return new string[0];
                });
            case "canonical":
                return One(Protocol.Canonical(request.Fields()));
            case "check":
                Protocol.Check(request.Fields());
                return new string[0];
            case "write":
                return WithKey(request, key => One(key.Write(request.Fields())));
            case "read":
                return Pairs(Read(request.Bytes(), false).Unverified());
            case "nested":
                return Nested(Read(request.Bytes(), true));
            case "judge":
                return WithKey(request, key => Judged(JudgmentOf(request, key)));
            case "expect":
                return WithKey(request, key =>
                {
                    JudgmentOf(request, key).Expect(request.Fields());
                    return new string[0];
                });
            case "payload":
                return WithKey(request, key =>
                {
                    var kind = (Payload)request.Integer();
                    return One(key.Payload(kind, request.Fields()));
                });
            case "explain":
                return WithKey(request, key =>
                {
                    string offered = request.String();
                    Explanation why = key.Explain(request.Fields(), offered);
                    return new[] { Text((int)why.Cause), why.Field ?? "", why.Text };
                });
            case "second":
                return WithKey(request, key =>
                {
                    string offered = request.String();
                    Explanation why = key.ExplainSecond(request.Fields(), offered);
                    SecondSignature second = why.Second.Value;
                    return new[]
                    {
                        Text((int)second), Explanation.SecondText(second), Text((int)why.Cause),
                        why.Field ?? "", why.Text,
                    };
                });
            case "request":
                return WithKey(request, key =>
                {
                    string operation = request.String();
                    Explanation why = key.Explain(request.Fields(), "", operation);
                    var answer = new List<string> { Text((int)why.Cause) };
                    answer.AddRange(Found(why.Findings));
                    return answer;
                });
            case "findings":
                return WithKey(request, key =>
                {
                    string operation = request.String();
                    return Found(key.Check(request.Fields(), operation));
                });
            case "keyless":
                var taken = (Algorithm)request.Integer();
                string path = request.String();
                return Found(Protocol.Check(request.Fields(), path, taken));
            case "undo":
                Undone undone = Protocol.Undo(request.Bytes());
                return undone == null
                    ? new string[0]
                    : new[] { Text((int)undone.Layer), undone.Text, Strict.GetString(undone.Body) };
            case "list":
                FieldList list = Protocol.ReadFields(request.Bytes());
                return Listed(list);
            case "refund":
                using (Key key = Key.Nonstandard(Algorithm.Md5, request.Bytes()))
                {
                    return Pairs(key.UnconfirmedRefund(request.String()));
                }
            case "endpoint":
                return Facts(Operation.Find(request.String()));
            case "advice":
                Advice advice = Protocol.Advice(request.String(), request.String());
                return new[] { Text((int)advice.Action), advice.Text };
            case "acknowledge":
                return One(Protocol.Acknowledge(request.String(), request.Integer() != 0));
            case "body":
                return One(Text((int)Protocol.Body(request.Bytes())));
            case "quickpay":
                return Steps(request);
            case "language":
                Texts.Language = (Language)request.Integer();
                return new string[0];
            case "constants":
                return Constants();
            default:
                throw new InvalidOperationException("no such request");
        }
    }

    private static IEnumerable<string> WithKey(
        Request request, Func<Key, IEnumerable<string>> body)
    {
        var algorithm = (Algorithm)request.Integer();
        byte[] secret = request.Bytes();
        using (Key key = IsText(secret)
            ? Key.Nonstandard(algorithm, Strict.GetString(secret))
            : Key.Nonstandard(algorithm, secret))
        {
            return body(key);
        }
    }

    // As the language's text where it is text; both overloads have to say the same of it.
    private static Reply Read(byte[] document, bool nested)
    {
        if (!IsText(document))
        {
            return nested ? Reply.ReadNested(document) : Reply.Read(document);
        }
        string text = Strict.GetString(document);
        return nested ? Reply.ReadNested(text) : Reply.Read(text);
    }

    private static IEnumerable<string> Nested(Reply reply)
    {
        IReadOnlyDictionary<string, string> top = reply.Unverified();
        var answer = new List<string> { Text(top.Count) };
        answer.AddRange(Pairs(top));
        foreach (FieldGroup record in reply.UnverifiedRecords())
        {
            answer.Add(record.Name);
            answer.Add(Text(record.Fields.Count));
            answer.AddRange(Pairs(record.Fields));
        }
        return answer;
    }

    private static Judgment JudgmentOf(Request request, Key key)
    {
        string endpoint = request.String();
        bool nested = request.Integer() != 0;
        return Read(request.Bytes(), nested).Judge(key, endpoint);
    }

    private static IEnumerable<string> Judged(Judgment judgment)
    {
        bool readable = true;
        try
        {
            judgment.Fields();
        }
        catch (NotAuthenticException)
        {
            readable = false;
        }
        return new[]
        {
            Text((int)judgment.Verdict), Text((int)(judgment.Outcome ?? 0)),
            Text((int)judgment.Action), Text((int)judgment.Fault), Bit(judgment.IsAmbiguous),
            judgment.Advice ?? "", Bit(readable), judgment.FaultField ?? "",
            judgment.Reason ?? "", judgment.Source, Text((int)judgment.Order),
        };
    }

    private static IEnumerable<string> Found(IEnumerable<Finding> findings)
    {
        foreach (Finding one in findings)
        {
            yield return Text((int)one.Kind);
            yield return Bit(one.IsCertain);
            yield return one.Field;
            yield return one.Index.HasValue ? Text(one.Index.Value) : "";
            yield return Text(one.Offset);
            yield return one.Limit.HasValue ? Text(one.Limit.Value) : "";
            yield return one.Meant ?? "";
            yield return string.Join(" ", one.Alternatives);
            yield return one.Because ?? "";
            yield return one.BecauseValue ?? "";
            yield return one.Text;
        }
    }

    private static IEnumerable<string> Listed(FieldList list)
    {
        yield return Bit(list.HeldKey);
        yield return Bit(list.IsGuess);
        foreach (KeyValuePair<string, string> field in list.Fields)
        {
            yield return field.Key;
            yield return field.Value;
        }
    }

    private static IEnumerable<string> Facts(Operation endpoint)
    {
        if (endpoint == null)
        {
            return new string[0];
        }
        int algorithms = 0;
        foreach (Algorithm algorithm in endpoint.Algorithms)
        {
            algorithms |= (int)algorithm;
        }
        return new[]
        {
            endpoint.Path, endpoint.Host, endpoint.BackupHost ?? "", endpoint.Purpose,
            Bit(endpoint.IsGet), Bit(endpoint.NeedsCertificate), Text(algorithms),
            Text((int)endpoint.DefaultAlgorithm.GetValueOrDefault()), Text((int)endpoint.SignType),
            Text((int)endpoint.AnswerSigned), Text((int)endpoint.Format), Bit(endpoint.HasNonce),
            Bit(endpoint.IsRepeatable), Bit(endpoint.MovesMoney), Bit(endpoint.IsDeprecated),
        };
    }

    private static IEnumerable<string> Steps(Request request)
    {
        var answer = new List<string>();
        var payment = new QuickPay();
        using (Key key = Key.Nonstandard(Algorithm.Md5, new string('k', 32)))
        {
            while (request.HasMore)
            {
                string[] numbers = request.String().Split(' ');
                var happened = (PaymentEvent)int.Parse(numbers[0], CultureInfo.InvariantCulture);
                int seconds = int.Parse(numbers[1], CultureInfo.InvariantCulture);
                byte[] document = request.Bytes();
                Judgment judgment = document.Length == 0
                    ? null
                    : Read(document, false).Judge(key, AnsweredBy(happened));
                Next next = payment.Next(happened, seconds, judgment);
                payment = new QuickPay(payment.Save());
                answer.Add(Text((int)next.Step));
                answer.Add(Text(next.Wait));
            }
        }
        return answer;
    }

    private static string AnsweredBy(PaymentEvent happened)
    {
        switch (happened)
        {
            case PaymentEvent.Order:
                return "/pay/micropay";
            case PaymentEvent.Reverse:
                return "/secapi/pay/reverse";
            default:
                return "/pay/orderquery";
        }
    }

    private static IEnumerable<string> Constants()
    {
        var answer = new List<string>();
        var types = new[]
        {
            typeof(Status), typeof(Algorithm), typeof(Verdict), typeof(AdvisedAction),
            typeof(OrderState), typeof(BodyKind), typeof(Signed), typeof(SignType), typeof(AnswerFormat),
            typeof(Language), typeof(Payload), typeof(PaymentEvent), typeof(PaymentStep), typeof(Cause),
            typeof(WebPage), typeof(Layer), typeof(SecondSignature), typeof(Hint), typeof(Sender),
            typeof(FindingKind),
        };
        foreach (Type type in types)
        {
            string name = Elsewhere(type.Name);
            foreach (object member in Enum.GetValues(type))
            {
                answer.Add($"{name}.{member}");
                answer.Add(Text((int)member));
            }
        }
        return answer;
    }

    // Some names are longer than those of the other bindings.
    private static string Elsewhere(string name)
    {
        switch (name)
        {
            case nameof(AdvisedAction):
                return "Action";
            case nameof(AnswerFormat):
                return "Format";
            case nameof(BodyKind):
                return "Body";
            case nameof(PaymentEvent):
                return "Event";
            case nameof(PaymentStep):
                return "Step";
            default:
                return name;
        }
    }

    private static IEnumerable<string> Pairs(IReadOnlyDictionary<string, string> fields)
    {
        foreach (KeyValuePair<string, string> field in fields)
        {
            yield return field.Key;
            yield return field.Value;
        }
    }

    private static IEnumerable<string> One(string text) => new[] { text };

    private static string Bit(bool value) => value ? "1" : "0";

    private static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);

    private static bool IsText(byte[] bytes)
    {
        try
        {
            Strict.GetCharCount(bytes);
            return true;
        }
        catch (DecoderFallbackException)
        {
            return false;
        }
    }

    private static IEnumerable<string> Encoded(IEnumerable<string> parts)
    {
        foreach (string part in parts)
        {
            var text = new StringBuilder();
            foreach (byte b in Encoding.UTF8.GetBytes(part))
            {
                char c = (char)b;
                bool plain = (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z') ||
                    (c >= '0' && c <= '9') || "-._~".IndexOf(c) >= 0;
                text.Append(plain ? c.ToString() : $"%{b:X2}");
            }
            yield return text.ToString();
        }
    }

    /// <summary>The parts of a request, taken one after the other.</summary>
    private sealed class Request
    {
        private readonly string[] parts;
        private int at;

        internal Request(string line)
        {
            parts = line.Split('\t');
        }

        internal bool HasMore => at < parts.Length;

        internal byte[] Bytes()
        {
            string part = parts[at++];
            var bytes = new List<byte>();
            for (int i = 0; i < part.Length; i++)
            {
                if (part[i] == '%')
                {
                    bytes.Add(Convert.ToByte(part.Substring(i + 1, 2), 16));
                    i += 2;
                }
                else
                {
                    bytes.Add((byte)part[i]);
                }
            }
            return bytes.ToArray();
        }

        internal string String() => Encoding.UTF8.GetString(Bytes());

        internal int Integer() => int.Parse(String(), CultureInfo.InvariantCulture);

        internal List<KeyValuePair<string, object>> Fields()
        {
            var fields = new List<KeyValuePair<string, object>>();
            while (HasMore)
            {
                string name = String();
                string type = String();
                fields.Add(new KeyValuePair<string, object>(name, Value(type, Bytes())));
            }
            return fields;
        }

        private static object Value(string type, byte[] bytes)
        {
            string text = Encoding.UTF8.GetString(bytes);
            switch (type)
            {
                case "s":
                    return IsText(bytes) ? text : (object)bytes;
                case "i":
                    return long.Parse(text, CultureInfo.InvariantCulture);
                case "n":
                    return null;
                case "f":
                    return double.Parse(text, CultureInfo.InvariantCulture);
                case "b":
                    return text == "1" || text == "true";
                default:
                    throw new InvalidOperationException("no such type");
            }
        }
    }
}
