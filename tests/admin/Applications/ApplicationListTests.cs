using Microsoft.AspNetCore.Http;
using RbcBot.Admin.Applications;
using RbcBot.Admin.Shared;
using RbcBot.Core.Conversations;
using RbcBot.Core.People;

namespace RbcBot.Tests.Admin.Applications;

public sealed class ApplicationListTests
{
    static readonly DateTimeOffset Noon = new(2027, 3, 8, 10, 0, 0, TimeSpan.Zero);

    static readonly ApplicationLine[] All =
    [
        Line("p1", "Uwase Élodie", "Gasabo", "80", 1), Line("p2", "uwera", "Nyagatare", "9.5", 2), Line("p3", "", "Gasabo", "", 3), Line("p4", "Mugabo", "gasabo", "80", 4),
    ];

    [Theory]
    [InlineData("-touched", "p4 p3 p2 p1")]
    [InlineData("touched", "p1 p2 p3 p4")]
    [InlineData("name", "p4 p3 p1 p2")]
    [InlineData("-merit", "p4 p1 p2 p3")]
    [InlineData("district", "p4 p3 p1 p2")]
    public void Lines_come_in_the_order_asked_for_of_equal_ones_the_latest_first(string sort, string people) =>
        Assert.Equal(people, People(ApplicationList.Of(Query(""), Order(sort), All)));

    [Theory]
    [InlineData("ELODIE", "p1")]
    [InlineData("uwase elodie", "p1")]
    [InlineData("elodie gasabo", "")]
    [InlineData("gasabo", "p4 p3 p1")]
    [InlineData("P2", "p2")]
    [InlineData("", "p4 p3 p2 p1")]
    public void Words_are_found_without_case_and_accents_within_one_field(string words, string people) =>
        Assert.Equal(people, People(ApplicationList.Of(Query(words), Order("-touched"), All)));

    [Fact]
    public void Pages_put_together_are_the_whole_list()
    {
        List<ApplicationLine> many = [.. Enumerable.Range(0, 130).Select(number => Line($"n{number:000}", $"Name {number % 7}", "Gasabo", "1", number % 11))];
        var pages = Enumerable.Range(1, 3).SelectMany(page => ApplicationList.Of(Query(""), Order("name") with { Page = page }, many).Lines).ToList();
        Assert.Equal(many.OrderBy(line => line.Name, StringComparer.Ordinal).ThenByDescending(line => line.Session.Touched).Select(line => line.Session.Id), pages.Select(line => line.Session.Id));
    }

    static string People(ApplicationList list) => string.Join(' ', list.Lines.Select(line => line.Session.Person.Value));

    static ApplicationQuery Query(string words) => new(words, null, "", 1);

    static TableOrder Order(string sort) => TableOrder.Of(new QueryCollection(new Dictionary<string, Microsoft.Extensions.Primitives.StringValues> { ["sort"] = sort }), "-touched", ApplicationList.Sorts)!;

    static ApplicationLine Line(string person, string name, string district, string merit, int minute) => new(
        new Session($"{person}-1", new PersonId(person), "application", "APP", "Submitted", "v1", [], Noon, Noon.AddMinutes(minute), Noon, "rw"), Standing.Submitted,
        name, "f", district, "", "", "", merit, false, false);
}
