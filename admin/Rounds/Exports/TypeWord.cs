using RbcBot.Core.Forms;

namespace RbcBot.Admin.Rounds.Exports;

/// <summary>A question's type as the XLSForm standard writes it.</summary>
static class TypeWord
{
    public static string Of(QuestionType type) => type switch
    {
        QuestionType.SelectOne => "select_one",
        QuestionType.SelectMultiple => "select_multiple",
        QuestionType.DateTime => "dateTime",
        _ => type.ToString().ToLowerInvariant(),
    };
}
