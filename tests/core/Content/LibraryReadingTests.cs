using RbcBot.Core.Content;
using RbcBot.Core.Forms;

namespace RbcBot.Tests.Core.Content;

public sealed class LibraryReadingTests
{
    [Fact]
    public void The_content_folder_gives_modules_and_helplines()
    {
        var library = LibraryReading.Of(ContentFile.All().Select(file => (file.Name, file.Bytes)));

        Assert.NotNull(library.Lesson("EPI-03"));
        Assert.Contains(library.Helplines, line => line.Number == "912");
    }

    [Fact]
    public void The_content_folder_holds_nothing_that_is_refused() =>
        Assert.DoesNotContain(LibraryReading.Of(ContentFile.All().Select(file => (file.Name, file.Bytes))).Findings, finding => finding.Severity == Severity.Refusal);

    [Fact]
    public void A_module_may_come_without_its_folder() =>
        Assert.NotNull(LibraryReading.Of([("epilepsy.xlsx", ContentFile.Of("modules/epilepsy.xlsx").Bytes)]).Lesson("EPI-01"));

    [Fact]
    public void A_finding_names_its_file()
    {
        var broken = ContentFile.Of("modules/epilepsy.xlsx").With("claims", "F2", "certain");

        Assert.Equal("modules/epilepsy.xlsx: claims", LibraryReading.Of([(broken.Name, broken.Bytes)]).Findings[0].Sheet);
    }

    [Theory]
    [InlineData("A2", "one one four", "number-unclear")]
    [InlineData("E2", "last week", "date-unclear")]
    public void A_wrong_helpline_is_told_and_the_others_stay(string cell, string text, string code)
    {
        var reading = HelplineReading.Of(ContentFile.Of("helplines.xlsx").With("helplines", cell, text).Bytes);

        Assert.Contains(reading.Findings, finding => finding.Code == code && finding.Row == 2);
        Assert.Contains(reading.Helplines, line => line.Number == "912");
    }
}
