namespace RbcBot.Core.Forms;

/// <summary>What kind of answer a question takes; the words of the XLSForm standard.</summary>
public enum QuestionType
{
    Text,
    Integer,
    Decimal,
    Date,
    Note,
    SelectOne,
    SelectMultiple,
    Acknowledge,
    Calculate,
    Hidden,
    Today,
    Start,
    End,
}
