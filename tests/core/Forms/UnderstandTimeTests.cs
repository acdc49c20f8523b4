using RbcBot.Core.Forms;

namespace RbcBot.Tests.Core.Forms;

public sealed class UnderstandTimeTests
{
    static readonly Question Time = Asking.Question(QuestionType.Time), Moment = Asking.Question(QuestionType.DateTime);

    [Theory]
    [InlineData("14:30")]
    [InlineData("14:30:00")]
    [InlineData("14:30:00.000+02:00")]
    public void A_time_as_clocks_show_it_is_not_said_back(string text) =>
        Assert.Equal(new Understanding("14:30:00.000+02:00", false, null), Asking.Answer(Time, text));

    [Theory]
    [InlineData("14h30", "14:30")]
    [InlineData("14h", "14:00")]
    [InlineData("14 h 30", "14:30")]
    [InlineData("14.30", "14:30")]
    [InlineData("1430", "14:30")]
    [InlineData("2:30 pm", "14:30")]
    [InlineData("2:30 p.m.", "14:30")]
    [InlineData("2pm", "14:00")]
    [InlineData("12 am", "00:00")]
    [InlineData("12:05 PM", "12:05")]
    [InlineData("8 heures du soir", "20:00")]
    [InlineData("vers 8h du matin", "08:00")]
    [InlineData("8 in the morning", "08:00")]
    [InlineData("3 de l'après-midi", "15:00")]
    [InlineData("11 at night", "23:00")]
    [InlineData("midi", "12:00")]
    [InlineData("minuit", "00:00")]
    [InlineData("8:30", "08:30")]
    public void Times_are_written_in_many_ways_and_said_back(string text, string time) =>
        Assert.Equal(new Understanding($"{time}:00.000+02:00", true, null), Asking.Answer(Time, text));

    [Theory]
    [InlineData("saa munani", "14:00")]
    [InlineData("Saa munani z'amanywa", "14:00")]
    [InlineData("saa munani z’ijoro", "02:00")]
    [InlineData("saa mbiri za mu gitondo", "08:00")]
    [InlineData("saa mbiri z'ijoro", "20:00")]
    [InlineData("saa moya za mugitondo", null)]
    [InlineData("saa moya za mu gitondo", "07:00")]
    [InlineData("saa kumi n'ebyiri za mu gitondo", "06:00")]
    [InlineData("saa kumi n’imwe z'umugoroba", "17:00")]
    [InlineData("saa sita", "12:00")]
    [InlineData("saa sita z'ijoro", "00:00")]
    [InlineData("saa mbiri n'igice za mu gitondo", "08:30")]
    [InlineData("saa tatu n'iminota icumi za mu gitondo", "09:10")]
    [InlineData("saa 2 za mu gitondo", "08:00")]
    [InlineData("saa 8 za mu gitondo", "08:00")]
    [InlineData("saa 14", "14:00")]
    public void The_clock_of_Kinyarwanda_counts_from_six(string text, string? time) =>
        Assert.Equal(time is null ? null : $"{time}:00.000+02:00", Asking.Answer(Time, text).Value);

    [Theory]
    [InlineData("saa mbiri")]
    [InlineData("saa kumi n'ebyiri")]
    [InlineData("saa 8")]
    [InlineData("saa 4 z'amanywa")]
    [InlineData("8")]
    [InlineData("half past two")]
    [InlineData("25:00")]
    [InlineData("14:60")]
    [InlineData("14:30 am")]
    [InlineData("14:30Z")]
    [InlineData("")]
    public void What_could_be_two_times_or_none_is_unclear(string text) => Assert.Equal("understand.time", Asking.Answer(Time, text).HintKey);

    [Theory]
    [InlineData("03/05/2024 14:30")]
    [InlineData("14:30 le 3 mai 2024")]
    [InlineData("3 Gicurasi 2024 saa munani n'igice")]
    [InlineData("May 3, 2024 at 2:30 pm")]
    [InlineData("2024-05-03, 14h30")]
    [InlineData("2024-05-03T14:30")]
    [InlineData("2024-05-03T14:30:00.000+02:00")]
    public void A_moment_is_a_day_and_a_time_in_either_order(string text) =>
        Assert.Equal("2024-05-03T14:30:00.000+02:00", Asking.Answer(Moment, text).Value);

    [Theory]
    [InlineData("yesterday at 8 in the evening", "2026-03-04T20:00:00.000+02:00")]
    [InlineData("uyu munsi saa mbiri za mu gitondo", "2026-03-05T08:00:00.000+02:00")]
    [InlineData("hier à 14h", "2026-03-04T14:00:00.000+02:00")]
    [InlineData("ejo hashize saa munani", "2026-03-04T14:00:00.000+02:00")]
    public void Words_for_a_day_go_with_a_time(string text, string moment) => Assert.Equal(moment, Asking.Answer(Moment, text).Value);

    [Theory]
    [InlineData("03/05/2024", "understand.datetime")]
    [InlineData("14:30", "understand.datetime")]
    [InlineData("ejo saa munani", "understand.ejo")]
    [InlineData("", "understand.datetime")]
    public void A_day_or_a_time_alone_is_no_moment(string text, string hint) => Assert.Equal(hint, Asking.Answer(Moment, text).HintKey);
}
