using RbcBot.Core.Forms.Compiling;

namespace RbcBot.Core.Forms.Support;

/// <summary>What a type of row does in the chat.</summary>
static class TypeSentences
{
    internal static readonly IReadOnlyDictionary<string, string> Selects = new Dictionary<string, string>
    {
        ["select_one LIST"] = "One choice: a button, its number, its label in any language, or its beginning. A long list is searched by typing",
        ["select_multiple LIST"] = "Several: buttons that tick, or \"1, 3\"",
        ["rank LIST"] = "All choices, pressed or written in the person's order",
        ["select_one LIST or_other"] = "Adds the choice other, and a question what it is; so does select_multiple",
        ["select_one_from_file FILE.csv"] = "The choices stand in a .csv, .xml or .geojson that is uploaded with the form; so for select_multiple",
        ["select_one ${name}"] = "The choices are what was answered to a question in a repeat",
        ["begin_loop over LIST"] = "Its rows once for every choice; %(name)s and %(label)s stand for the choice",
    };

    internal static string Of(QuestionType type) => type switch
    {
        QuestionType.Text => "Words, kept as written; leading zeros stay",
        QuestionType.Integer => "A whole number in digits or words",
        QuestionType.Decimal => "A number; a comma does as well as a point",
        QuestionType.Range => "A number from `start` to `end` in steps",
        QuestionType.Date => "A day as people write it, or by a calendar of buttons; said back",
        QuestionType.Time => "A time of day, the Rwandan clock too; said back",
        QuestionType.DateTime => "A day and a time in one message; said back",
        QuestionType.Note => "Said, not asked. With `required` it is a stop sign: what it follows from must be corrected",
        QuestionType.Acknowledge => "\"I have read this\"",
        QuestionType.GeoPoint => "The place is shared where the channel can, or written as two numbers",
        QuestionType.GeoTrace => "Two or more places, one after the other",
        QuestionType.GeoShape => "Places around an area, the last being the first",
        QuestionType.Image => "A photo is sent, where the channel can",
        QuestionType.Audio => "A voice message or sound file is sent, where the channel can",
        QuestionType.Video => "A film is sent, where the channel can",
        QuestionType.File => "A document is sent, where the channel can",
        QuestionType.Calculate => "Worked out, never shown",
        QuestionType.Hidden => "Holds its default, never shown",
        QuestionType.Today => "The day on which the person began",
        QuestionType.Start => "When the person began",
        QuestionType.End => "When the person last answered",
        _ => throw new ArgumentOutOfRangeException(nameof(type), type, "A type that authors may write needs a sentence."),
    };

    internal static string Of(RowKind kind) => kind switch
    {
        RowKind.BeginGroup => "Rows that belong together; its label heads them in the review. `field-list` asks two or three short ones at once, `table-list` says a scale once",
        RowKind.EndGroup => "The end of a group",
        RowKind.BeginRepeat => "Rows that are asked several times: `repeat_count` times, or until the person has no more to add",
        RowKind.EndRepeat => "The end of a repeat",
        RowKind.EndLoop => "The end of a loop",
        RowKind.External => "An attached list by its name, for `instance()`; it holds no value",
        RowKind.PassedOver => "Left out: when each answer was given is kept anyway",
        _ => throw new ArgumentOutOfRangeException(nameof(kind), kind, "A kind that authors may write needs a sentence."),
    };

    internal static string Preload(string preload) => preload switch
    {
        "username" => "The person's id in the programme",
        "phonenumber" => "The number, where it is the address the person writes from",
        "email" => "Blank: a chat does not know it",
        "deviceid" or "simserial" or "subscriberid" or "start-geopoint" or "background-geopoint" => "Blank: there is no device to ask",
        _ => throw new ArgumentOutOfRangeException(nameof(preload), preload, "A type that the channel fills needs a sentence."),
    };
}
