namespace RbcBot.Core.Forms;

/// <summary>What kind of answer a question takes; the words of the XLSForm standard.</summary>
public enum QuestionType
{
    Text,
    Integer,
    Decimal,

    /// <summary>A number between two ends, in steps (Question.Range).</summary>
    Range,

    Date,

    /// <summary>A time of day, HH:mm:ss.fff with the zone's offset.</summary>
    Time,

    /// <summary>A date with a time of day, in ISO 8601 with the zone's offset.</summary>
    DateTime,

    Note,
    SelectOne,
    SelectMultiple,

    /// <summary>All choices, put into an order.</summary>
    Rank,

    Acknowledge,

    /// <summary>Latitude, longitude, altitude and accuracy with spaces between, in degrees and metres.</summary>
    GeoPoint,

    /// <summary>Points with semicolons between.</summary>
    GeoTrace,

    /// <summary>Points with semicolons between, the last being the first.</summary>
    GeoShape,

    /// <summary>The name of a file that the person sent; so for the three below.</summary>
    Image,
    Audio,
    Video,
    File,

    /// <summary>Whether one more instance of a repeat is to be asked: yes or no. The standard has no row for it.</summary>
    AnotherRepeat,

    Calculate,
    Hidden,
    Today,
    Start,
    End,
}
