using System.Buffers.Text;
using System.Text.Unicode;

namespace RbcBot.Tests.Bench.Engine;

/// <summary>The Bot API as far as the bench needs it: takes every message, says yes to everything else.</summary>
sealed class BotApiAnswers
{
    readonly byte[] answer = new byte[1024];
    int message;

    /// <summary>Answers a request; the chat when it was a message to one.</summary>
    public long? Take(Wire wire, ReadOnlySpan<byte> head, ReadOnlySpan<byte> body)
    {
        var method = head[..head.IndexOf((byte)'\r')];
        if (method.IndexOf("/sendMessage"u8) < 0)
        {
            Answer(wire, method.IndexOf("/getMe"u8) > 0 ? """{"id":123456,"is_bot":true,"first_name":"Bench","username":"bench_bot"}""" : "true");
            return null;
        }
        var chat = Chat(body);
        Answer(wire, $$"""{"message_id":{{++message}},"from":{"id":123456,"is_bot":true,"first_name":"Bench","username":"bench_bot"},"chat":{"id":{{chat}},"first_name":"Amina","type":"private"},"date":1795600000,"text":"sent"}""");
        return chat;
    }

    // A number or a number in quotes; -1 when there is none.
    static long Chat(ReadOnlySpan<byte> body)
    {
        var at = body.IndexOf("\"chat_id\":"u8);
        return at >= 0 && Utf8Parser.TryParse(body[(at + "\"chat_id\":"u8.Length)..].TrimStart((byte)'"'), out long chat, out _) ? chat : -1;
    }

    void Answer(Wire wire, string result)
    {
        Utf8.TryWrite(answer, $$"""HTTP/1.1 200 OK{{"\r\n"}}Content-Type: application/json{{"\r\n"}}Content-Length: {{result.Length + 22}}{{"\r\n\r\n"}}{"ok":true,"result":{{result}} }""", out var length);
        wire.Send(answer.AsSpan(0, length));
    }
}
