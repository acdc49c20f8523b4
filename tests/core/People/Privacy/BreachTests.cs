using RbcBot.Core.People.Privacy;

namespace RbcBot.Tests.Core.People.Privacy;

public sealed class BreachTests
{
    static readonly DateTimeOffset Known = new(2027, 3, 8, 10, 0, 0, TimeSpan.Zero);
    static readonly Breach Lost = new("b1", "lost", Known, [BreachKind.Contacts], 1);

    [Fact]
    public void The_authority_is_to_be_told_within_forty_eight_hours()
    {
        Assert.False(Lost.WantsAct(Known.AddHours(48)));
        Assert.True(Lost.WantsAct(Known.AddHours(48).AddMinutes(1)));
    }

    [Fact]
    public void Who_told_it_too_late_stays_late_and_has_nothing_left_to_do()
    {
        var told = Lost.With(new(Known.AddHours(50), "claire", BreachStep.Authority, ""));
        Assert.Equal((true, false), (told.IsOverdue(Known.AddDays(9)), told.WantsAct(Known.AddDays(9))));
    }

    [Theory]
    [InlineData("", null, true)]
    [InlineData("7", 60, true)]
    [InlineData("7", 61, false)]
    public void A_certificate_is_renewed_sixty_days_before_it_ends(string number, int? days, bool isDue)
    {
        var today = new DateOnly(2027, 3, 8);
        Assert.Equal(isDue, new PrivacySettings { Certificate = number, CertificateEnds = days is { } left ? today.AddDays(left) : null }.IsRenewalDue(today));
    }
}
