namespace RbcBot.Core.Forms.Support;

/// <summary>What a column, a setting and a parameter do.</summary>
static class ColumnSentences
{
    static readonly Dictionary<string, string> columns = new()
    {
        ["type"] = "What the row is",
        ["name"] = "Where the answer is stored; of a choice, what is stored",
        ["label"] = "What people read; a column a language",
        ["hint"] = "A help line under the question",
        ["guidance_hint"] = "The answer to \"why do you ask?\"",
        ["relevant"] = "When the row is asked",
        ["required"] = "Whether it may be skipped: yes, no, or a condition",
        ["required_message"] = "What is said when it is skipped all the same",
        ["constraint"] = "What is accepted",
        ["constraint_message"] = "What is said when something else is answered",
        ["calculation"] = "What the row is worked out from",
        ["choice_filter"] = "Which choices are offered",
        ["default"] = "What the row begins with: a value, or an expression worked out once",
        ["read_only"] = "Said, not asked: yes, no, or a condition",
        ["appearance"] = "How it sounds: see below",
        ["parameters"] = "See below",
        ["repeat_count"] = "How many instances a repeat has",
        ["trigger"] = "The calculation is worked out only when the named question is answered",
        ["disabled"] = "yes leaves the row out",
        ["list_name"] = "The list a choice belongs to",
        ["image"] = "A picture shown with the question or choice; so audio and video",
        ["audio"] = "A sound",
        ["video"] = "A film",
        ["big_image"] = "A picture in a larger size; shown where there is no image",
    };

    static readonly Dictionary<string, string> settings = new()
    {
        ["form_title"] = "The title people read; a column a language",
        ["form_id"] = "The form's own id",
        ["version"] = "For people; our version is the hash of the content",
        ["default_language"] = "What is shown where a translation is missing",
        ["instance_name"] = "What a submission is called, in exports",
        ["allow_choice_duplicates"] = "yes lets a name stand twice in a list",
        ["name"] = "The name of the root in paths and XML",
        ["public_key"] = "Refused: the programme's own people must read the answers",
    };

    /// <summary>Settings of other programs: what they heed there means nothing in a chat.</summary>
    static readonly HashSet<string> passedOver =
    [
        "submission_url", "auto_send", "auto_delete", "style", "instance_id", "omit_instanceid", "clean_text_values", "flat", "theme", "namespaces",
        "client_editable", "sms_keyword", "sms_separator", "sms_allow_media", "sms_date_format", "sms_datetime_format", "prefix", "delimiter",
    ];

    /// <summary>Columns that are refused, and why.</summary>
    internal static readonly IReadOnlyDictionary<string, string> Refused = new Dictionary<string, string>
    {
        ["intent"] = "It opens another app, which a chat cannot",
        ["save_to"] = "Entities are not supported: the answers are kept with the round",
        ["appearance search()"] = "Use select_one_from_file with a choice_filter",
    };

    internal static readonly IReadOnlyDictionary<string, string> Appearances = new Dictionary<string, string>
    {
        ["field-list"] = "Of a group: two or three short questions are asked in one message",
        ["table-list"] = "Of a group: the scale that its questions share is said once",
        ["multiline"] = "Of a text: it is asked by itself, also in a `field-list`",
        ["any other"] = "For other programs; passed over",
    };

    internal static readonly IReadOnlyDictionary<string, string> Parameters = new Dictionary<string, string>
    {
        ["start=, end=, step="] = "range; 1, 10 and 1 when left out",
        ["randomize=true"] = "select and rank: another order for each person, the same at every turn",
        ["seed="] = "With randomize: a number or ${name}; the same seed gives the same order everywhere",
        ["value=, label="] = "select from a file: the columns of what is stored and of what people read",
    };

    internal static string Of(string column) => columns.TryGetValue(column, out var sentence) ? sentence
        : throw new ArgumentOutOfRangeException(nameof(column), column, "A column that authors may write needs a sentence.");

    internal static string OfSetting(string setting) => settings.TryGetValue(setting, out var sentence) ? sentence
        : passedOver.Contains(setting) ? "For other programs; passed over"
        : throw new ArgumentOutOfRangeException(nameof(setting), setting, "A setting that authors may write needs a sentence.");
}
