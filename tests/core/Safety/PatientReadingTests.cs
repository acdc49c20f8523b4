using RbcBot.Core.Safety;
using Xunit.Abstractions;

namespace RbcBot.Tests.Core.Safety;

public sealed class PatientReadingTests(ITestOutputHelper output)
{
    [Theory]
    [InlineData("id", 0.95)]
    [InlineData("phone", 0.95)]
    [InlineData("birth", 0.9)]
    [InlineData("name", 0.7)]
    public void What_tells_who_a_patient_is_is_masked(string kind, double least)
    {
        var phrases = LabelledPhrase.OfPatients.Where(phrase => phrase.Label == kind).ToList();
        var found = phrases.Where(phrase => !PatientReading.Of(phrase.Text).Text.Contains(phrase.Secret, StringComparison.Ordinal)).ToList();
        foreach (var set in phrases.GroupBy(phrase => phrase.Set))
            output.WriteLine($"{kind} {set.Key}: {set.Count(found.Contains)} of {set.Count()}");
        Assert.InRange((double)found.Count / phrases.Count, least, 1);
    }

    [Fact]
    public void What_names_no_patient_is_left_as_it_is()
    {
        var phrases = LabelledPhrase.OfPatients.Where(phrase => phrase.Label == "none").Concat(LabelledPhrase.OfDanger).ToList();
        var wrong = phrases.Where(phrase => PatientReading.Of(phrase.Text).Found.Count > 0).ToList();
        output.WriteLine($"{wrong.Count} of {phrases.Count}: {string.Join(" | ", wrong.Select(phrase => phrase.Text))}");
        Assert.InRange((double)wrong.Count / phrases.Count, 0, 0.03);
    }

    [Fact]
    public void The_masked_text_keeps_all_else() => Assert.Equal(
        $"My patient {PatientReading.Mask} has fits, call {PatientReading.Mask} today",
        PatientReading.Of("My patient Jeanne Mukamana has fits, call 0788 123 456 today").Text);
}
