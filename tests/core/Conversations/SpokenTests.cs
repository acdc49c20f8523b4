using RbcBot.Core.Conversations;
using RbcBot.Core.Forms;
using RbcBot.Core.Texts;
using RbcBot.Tests.Given;

namespace RbcBot.Tests.Core.Conversations;

public sealed class SpokenTests
{
    [Theory]
    [InlineData(QuestionType.Date, "2026-11-02", "2 novembre 2026")]
    [InlineData(QuestionType.Time, "14:30:00.000+02:00", "14:30")]
    [InlineData(QuestionType.DateTime, "2026-11-02T22:30:00.000+00:00", "3 novembre 2026, 00:30")]
    [InlineData(QuestionType.Range, "2.5", "2,5")]
    [InlineData(QuestionType.GeoPoint, "-1.95 30.06 1500 4.6", "-1.95, 30.06 (± 5 m)")]
    [InlineData(QuestionType.GeoPoint, "-1.95 30.06 0 0", "-1.95, 30.06")]
    [InlineData(QuestionType.GeoTrace, "-1.95 30.06 0 0; -1.96 30.07 0 0", "2 points")]
    [InlineData(QuestionType.Image, "17.jpg", "photo reçue")]
    [InlineData(QuestionType.Audio, "17.ogg", "son reçu")]
    [InlineData(QuestionType.Rank, "school water", "The school › The water")]
    [InlineData(QuestionType.SelectMultiple, "school water", "The school, The water")]
    [InlineData(QuestionType.Text, "", "–")]
    public void Answer_is_said_as_people_say_it(QuestionType type, string value, string said) =>
        Assert.Equal(said, Spoken.Value(Question(type), value, Language.Fr));

    [Theory]
    [InlineData(QuestionType.Date, "yesterday")]
    [InlineData(QuestionType.Time, "noon")]
    [InlineData(QuestionType.DateTime, "soon")]
    [InlineData(QuestionType.Range, "much")]
    [InlineData(QuestionType.GeoPoint, "here")]
    public void Answer_without_the_shape_of_its_type_stays_as_it_is(QuestionType type, string value) =>
        Assert.Equal(value, Spoken.Value(Question(type), value, Language.En));

    static Question Question(QuestionType type) => type is QuestionType.Rank or QuestionType.SelectMultiple
        ? HouseholdForm.Question("/data/ask", type, "Ask", "water", "school")
        : HouseholdForm.Question("/data/ask", type, "Ask");
}
