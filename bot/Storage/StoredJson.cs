using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using RbcBot.Core.Conversations;
using RbcBot.Core.People;
using RbcBot.Core.Texts;

namespace RbcBot.Bot.Storage;

/// <summary>How domain records are written in every store; the records themselves know nothing of it.</summary>
static class StoredJson
{
    static readonly JsonSerializerOptions Options = new(JsonSerializerDefaults.Web)
    {
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingDefault,
        // What is stored is never part of a web page; escaping would only double the length of accented words.
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        Converters = { new JsonStringEnumConverter(), new PersonIdAsText(), new AccountIdAsText(), new OutboundAsRow() },
    };

    public static string Write<T>(T value) => JsonSerializer.Serialize(value, Options);

    /// <summary>The same as UTF-8.</summary>
    public static byte[] WriteBytes<T>(T value) => JsonSerializer.SerializeToUtf8Bytes(value, Options);

    public static T Read<T>(string json) =>
        JsonSerializer.Deserialize<T>(json, Options) ?? throw new InvalidDataException($"A stored {typeof(T).Name} is empty.");

    public static object? FromElement(JsonElement element, Type type) => element.Deserialize(type, Options);

    sealed class PersonIdAsText : JsonConverter<PersonId>
    {
        public override PersonId Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
            new(reader.GetString() ?? "");

        public override void Write(Utf8JsonWriter writer, PersonId value, JsonSerializerOptions options) =>
            writer.WriteStringValue(value.Value);
    }

    sealed class AccountIdAsText : JsonConverter<AccountId>
    {
        public override AccountId Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
            new(reader.GetString() ?? "");

        public override void Write(Utf8JsonWriter writer, AccountId value, JsonSerializerOptions options) =>
            writer.WriteStringValue(value.Value);
    }

    // Outbound has two constructors, so the serializer cannot choose.
    sealed class OutboundAsRow : JsonConverter<Outbound>
    {
        public override Outbound Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
        {
            var row = JsonSerializer.Deserialize<Row>(ref reader, options) ?? throw new JsonException("A stored message is empty.");
            return new(row.Text, row.Buttons ?? [], row.Redraws, row.IsNudge)
            {
                Sharing = row.Sharing,
                SharingLabel = row.SharingLabel ?? "",
                Media = row.Media ?? [],
                Language = row.Language,
                Template = row.Template,
                ExpiresAt = row.ExpiresAt,
                Rest = row.Rest,
                IsUrgent = row.IsUrgent,
            };
        }

        public override void Write(Utf8JsonWriter writer, Outbound value, JsonSerializerOptions options) =>
            JsonSerializer.Serialize(writer, new Row(
                value.Text, value.Buttons.Count > 0 ? value.Buttons : null, value.Redraws, value.IsNudge,
                value.Sharing, value.SharingLabel.Length > 0 ? value.SharingLabel : null, value.Media.Count > 0 ? value.Media : null, value.Language, value.Template, value.ExpiresAt, value.Rest, value.IsUrgent), options);

        sealed record Row(
            string Text, IReadOnlyList<Button>? Buttons, bool Redraws, bool IsNudge, Sharing Sharing, string? SharingLabel, IReadOnlyList<OutboundMedia>? Media,
            Language? Language, TemplateUse? Template, DateTimeOffset? ExpiresAt, Rest? Rest, bool IsUrgent);
    }
}
