namespace RbcBot.Core.Forms.Compiling;

/// <summary>The words of the type column: what the standard calls things, and what the oldest forms called them.</summary>
static class RowWords
{
    internal static readonly Dictionary<string, QuestionType> Questions = new()
    {
        ["text"] = QuestionType.Text,
        ["string"] = QuestionType.Text,
        ["phone number"] = QuestionType.Text,
        ["integer"] = QuestionType.Integer,
        ["int"] = QuestionType.Integer,
        ["percentage"] = QuestionType.Integer,
        ["number of days in last month"] = QuestionType.Integer,
        ["number of days in last six months"] = QuestionType.Integer,
        ["number of days in last year"] = QuestionType.Integer,
        ["decimal"] = QuestionType.Decimal,
        ["range"] = QuestionType.Range,
        ["date"] = QuestionType.Date,
        ["time"] = QuestionType.Time,
        ["datetime"] = QuestionType.DateTime,
        ["date time"] = QuestionType.DateTime,
        ["note"] = QuestionType.Note,
        ["acknowledge"] = QuestionType.Acknowledge,
        ["trigger"] = QuestionType.Acknowledge,
        ["geopoint"] = QuestionType.GeoPoint,
        ["gps"] = QuestionType.GeoPoint,
        ["location"] = QuestionType.GeoPoint,
        ["geotrace"] = QuestionType.GeoTrace,
        ["geoshape"] = QuestionType.GeoShape,
        ["image"] = QuestionType.Image,
        ["photo"] = QuestionType.Image,
        ["picture"] = QuestionType.Image,
        ["audio"] = QuestionType.Audio,
        ["video"] = QuestionType.Video,
        ["file"] = QuestionType.File,
        ["calculate"] = QuestionType.Calculate,
        ["hidden"] = QuestionType.Hidden,
        ["today"] = QuestionType.Today,
        ["start"] = QuestionType.Start,
        ["start time"] = QuestionType.Start,
        ["end"] = QuestionType.End,
        ["end time"] = QuestionType.End,
    };

    /// <summary>What oldest types demand of their answers.</summary>
    internal static readonly Dictionary<string, string> Constraints = new()
    {
        ["phone number"] = @"regex(., '^\d*$')",
        ["percentage"] = "0 <= . and . <= 100",
        ["number of days in last month"] = "0 <= . and . <= 31",
        ["number of days in last six months"] = "0 <= . and . <= 183",
        ["number of days in last year"] = "0 <= . and . <= 365",
    };

    /// <summary>Types that ask a device about itself, with what the channel knows instead; what it does not know stays blank.</summary>
    internal static readonly Dictionary<string, string> Preloads = new()
    {
        ["username"] = "username",
        ["uri:username"] = "username",
        ["phonenumber"] = "phonenumber",
        ["uri:phonenumber"] = "phonenumber",
        ["get phone number"] = "phonenumber",
        ["email"] = "email",
        ["uri:email"] = "email",
        ["deviceid"] = "deviceid",
        ["device id"] = "deviceid",
        ["uri:deviceid"] = "deviceid",
        ["imei"] = "deviceid",
        ["simserial"] = "simserial",
        ["sim id"] = "simserial",
        ["uri:simserial"] = "simserial",
        ["subscriberid"] = "subscriberid",
        ["subscriber id"] = "subscriberid",
        ["uri:subscriberid"] = "subscriberid",
        ["start-geopoint"] = "start-geopoint",
        ["background-geopoint"] = "background-geopoint",
    };

    /// <summary>Types of the standard that are not taken, and what to do instead.</summary>
    internal static readonly Dictionary<string, string> Reasons = new()
    {
        ["barcode"] = "a chat has no scanner: ask for the code as text",
        ["background-audio"] = "a chat records nothing unseen: ask for an audio answer",
        ["select one external"] = "put the list on the choices sheet, or into a file: select_one_from_file",
        ["osm"] = "a chat has no map editor: ask for a geopoint",
        ["geofence"] = "a chat has no map: ask for a geopoint",
        ["cascading select"] = "write one select_one a level, with choice_filter",
    };

    /// <summary>Why a type of the standard is not taken and what to do instead; null when it is none of those.</summary>
    internal static string? WhyRefused(string words) =>
        Reasons.FirstOrDefault(type => words == type.Key || words.StartsWith(type.Key + " ", StringComparison.Ordinal)).Value;

    /// <summary>Lower case, underscores as spaces, without the words of the oldest forms ("q", "get", "add … prompt").</summary>
    internal static string Of(string cell)
    {
        var words = FormSheet.Clean(cell).Trim().ToLowerInvariant().Replace('_', ' ');
        words = words.StartsWith("q ", StringComparison.Ordinal) ? words[2..]
            : words.StartsWith("get ", StringComparison.Ordinal) && words != "get phone number" ? words[4..]
            : words;
        return words.StartsWith("add ", StringComparison.Ordinal) && words.EndsWith(" prompt", StringComparison.Ordinal) ? words[4..^7] : words;
    }
}
