namespace RbcBot.Core.Forms.Compiling;

/// <summary>One header of a form's sheet in the standard's words.</summary>
/// <param name="Name">The standard's name, such as constraint_message; the header's own for others.</param>
/// <param name="Language">As in the file, such as Français (fr); "" when the column names none.</param>
/// <param name="Key">Where the table keeps its cells.</param>
/// <param name="Text">The header as in the file.</param>
sealed record FormColumn(string Name, string Language, string Key, string Text)
{
    /// <summary>The prefix of our own columns and settings, which other tools pass over.</summary>
    internal const string Chat = "chat::";

    /// <summary>The name of our column chat::short, which has languages as label has.</summary>
    internal const string Short = "chat_short";

    static readonly HashSet<string> Translated =
        ["label", "hint", "guidance_hint", "constraint_message", "required_message", "form_title", "image", "audio", "video", "big_image"];

    internal bool IsChat => Key.StartsWith(Chat, StringComparison.Ordinal);

    /// <param name="key">Lower case, spaces run together.</param>
    /// <param name="text">The header as in the file, which keeps the language's capitals.</param>
    internal static FormColumn Of(string key, string text)
    {
        if (key.StartsWith(Chat, StringComparison.Ordinal))
        {
            var own = text.Split("::", StringSplitOptions.TrimEntries);
            return own.Length > 1 && own[1].Equals("short", StringComparison.OrdinalIgnoreCase)
                ? new(Short, string.Join("::", own[2..]), key, text)
                : new(key, "", key, text);
        }
        if (Canonical(text) is { } whole)
        {
            return new(whole, "", key, text);
        }
        var parts = text.Split(text.Contains("::", StringComparison.Ordinal) ? "::" : ":", StringSplitOptions.TrimEntries);
        for (var taken = parts.Length; taken > 0; taken--)
        {
            var name = Canonical(string.Join("::", parts[..taken]));
            if (name is not null && (taken == parts.Length || Translated.Contains(name)))
            {
                return new(name, string.Join("::", parts[taken..]), key, text);
            }
        }
        return new(key, "", key, text);
    }

    static string? Canonical(string header)
    {
        var plain = header.ToLowerInvariant().Replace(' ', '_').Replace('-', '_');
        return Aliases.TryGetValue(plain, out var name) ? name : Known.Contains(plain) ? plain : null;
    }

    /// <summary>Columns of the survey and choices sheets that mean something to us, if only a refusal.</summary>
    internal static readonly HashSet<string> Known =
    [
        "type", "name", "label", "hint", "guidance_hint", "relevant", "required", "required_message", "constraint", "constraint_message",
        "calculation", "choice_filter", "default", "read_only", "appearance", "parameters", "repeat_count", "trigger", "disabled", "list_name",
        "image", "audio", "video", "big_image", "intent", "save_to", "form_title", "form_id", "default_language",
    ];

    /// <summary>The other names of a column.</summary>
    internal static IEnumerable<string> Others(string name) => Aliases.Where(alias => alias.Value == name).Select(alias => alias.Key);

    /// <summary>Columns of the settings sheet, those included that only other tools heed.</summary>
    internal static readonly HashSet<string> Settings =
    [
        "form_title", "form_id", "version", "default_language", "instance_name", "allow_choice_duplicates", "name", "public_key", "submission_url", "auto_send",
        "auto_delete", "style", "instance_id", "omit_instanceid", "clean_text_values", "flat", "theme", "namespaces", "client_editable",
        "sms_keyword", "sms_separator", "sms_allow_media", "sms_date_format", "sms_datetime_format", "prefix", "delimiter",
    ];

    static readonly Dictionary<string, string> Aliases = new()
    {
        ["caption"] = "label",
        ["command"] = "type",
        ["tag"] = "name",
        ["value"] = "name",
        ["guidance"] = "guidance_hint",
        ["bind::required_message"] = "required_message",
        ["bind::entities:saveto"] = "save_to",
        ["relevance"] = "relevant",
        ["bind::relevant"] = "relevant",
        ["bind::required"] = "required",
        ["requiredmsg"] = "required_message",
        ["bind::jr:requiredmsg"] = "required_message",
        ["bind::constraint"] = "constraint",
        ["bind::constraint_message"] = "constraint_message",
        ["constraining_message"] = "constraint_message",
        ["bind::jr:constraintmsg"] = "constraint_message",
        ["calculate"] = "calculation",
        ["bind::calculate"] = "calculation",
        ["readonly"] = "read_only",
        ["bind::readonly"] = "read_only",
        ["control::appearance"] = "appearance",
        ["body::appearance"] = "appearance",
        ["count"] = "repeat_count",
        ["jr:count"] = "repeat_count",
        ["control::jr:count"] = "repeat_count",
        ["body::jr:count"] = "repeat_count",
        ["media::image"] = "image",
        ["media::audio"] = "audio",
        ["media::video"] = "video",
        ["media::big_image"] = "big_image",
        ["listname"] = "list_name",
        ["title"] = "form_title",
        ["id_string"] = "form_id",
    };
}
