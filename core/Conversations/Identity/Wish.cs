using System.Globalization;
using RbcBot.Core.People;

namespace RbcBot.Core.Conversations.Identity;

/// <summary>What an administrator asks of a lane.</summary>
static class Wish
{
    // The time in the id lets it be done again after it was undone; done twice it changes nothing.
    public static Inbound Of(PersonId lane, Between between, DateTimeOffset now) => new(
        new Address("console", between.By.Administrator), string.Create(CultureInfo.InvariantCulture, $"{between.Kind}:{lane}:{between.From}:{now.UtcTicks}"),
        Said.OfLane(between), now)
    {
        For = lane,
    };
}
