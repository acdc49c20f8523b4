using System.Text.Encodings.Web;
using System.Text.Json;
using RbcBot.Core.Conversations.Channels;

namespace RbcBot.Bot.Channels.Telegram;

/// <summary>sendMessage of a text with buttons, written by hand: nearly every message that goes out is one, and the library's way costs several times as much.</summary>
static class MessageRequest
{
    static readonly JsonWriterOptions Plain = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static byte[] Of(long chat, string text, IReadOnlyList<IReadOnlyList<ChannelButton>> rows)
    {
        var bytes = new System.Buffers.ArrayBufferWriter<byte>(512);
        using (var json = new Utf8JsonWriter(bytes, Plain))
        {
            json.WriteStartObject();
            json.WriteNumber("chat_id"u8, chat);
            json.WriteString("text"u8, text);
            json.WriteStartObject("link_preview_options"u8);
            json.WriteBoolean("is_disabled"u8, true);
            json.WriteEndObject();
            if (rows.Count > 0)
                Write(json, rows);
            json.WriteEndObject();
        }
        return bytes.WrittenSpan.ToArray();
    }

    static void Write(Utf8JsonWriter json, IReadOnlyList<IReadOnlyList<ChannelButton>> rows)
    {
        json.WriteStartObject("reply_markup"u8);
        json.WriteStartArray("inline_keyboard"u8);
        foreach (var row in rows)
        {
            json.WriteStartArray();
            foreach (var button in row)
                Write(json, button);
            json.WriteEndArray();
        }
        json.WriteEndArray();
        json.WriteEndObject();
    }

    static void Write(Utf8JsonWriter json, ChannelButton button)
    {
        json.WriteStartObject();
        json.WriteString("text"u8, button.Label);
        json.WriteString("callback_data"u8, button.Payload);
        json.WriteEndObject();
    }
}
