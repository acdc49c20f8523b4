using RbcBot.Core.Conversations.Nudges;

namespace RbcBot.Core.Conversations;

/// <summary>How many templates went out and how many nudges are planned, for the budget.</summary>
public interface ITemplateUses
{
    /// <summary>Templates that were put on their way in the month, by channel and name; one that its provider did not take is among them.</summary>
    /// <param name="month">As TemplateCount.Month says it.</param>
    Task<IReadOnlyList<TemplateCount>> SentAsync(string month, CancellationToken stop);

    /// <summary>What is planned until the moment, by the channel on which the person last spoke; the name is the first word of the due inbound, such as remind.</summary>
    Task<IReadOnlyList<TemplateCount>> PlannedAsync(DateTimeOffset until, CancellationToken stop);
}
