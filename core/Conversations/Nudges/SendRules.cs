using RbcBot.Core.Calendar;

namespace RbcBot.Core.Conversations.Nudges;

/// <summary>What holds for every nudge, whomever it is for.</summary>
/// <param name="RuleOf">What a channel allows, by its word.</param>
public sealed record SendRules(QuietHours Quiet, Func<string, ChannelRule> RuleOf, TemplateBudget Budget);
