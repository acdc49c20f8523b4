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
        ["appearance"] = "`field-list`, `table-list` and `likert` change how it sounds; others are for other programs",
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

    /// <summary>Columns that are refused, and why.</summary>
    internal static readonly IReadOnlyDictionary<string, string> Refused = new Dictionary<string, string>
    {
        ["intent"] = "It opens another app, which a chat cannot",
        ["save_to"] = "Entities are not supported: the answers are kept with the round",
        ["appearance search()"] = "Use select_one_from_file with a choice_filter",
    };

    internal static readonly IReadOnlyDictionary<string, string> Parameters = new Dictionary<string, string>
    {
        ["start=, end=, step="] = "range; 1, 10 and 1 when left out",
        ["randomize=true"] = "select and rank: another order for each person, the same at every turn",
        ["seed="] = "With randomize: a number or ${name}; the same seed gives the same order everywhere",
        ["value=, label="] = "select from a file: the columns of what is stored and of what people read",
    };

    /// <summary>"" for columns that mean nothing by themselves here.</summary>
    internal static string Of(string column) => columns.GetValueOrDefault(column, "");

    internal static string OfSetting(string setting) => settings.GetValueOrDefault(setting, "For other programs; passed over");
}
