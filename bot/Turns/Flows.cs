using RbcBot.Core.Applications;
using RbcBot.Core.Conversations;
using RbcBot.Core.Feedback;
using RbcBot.Core.Interviews;
using RbcBot.Core.Lessons;

namespace RbcBot.Bot.Turns;

/// <summary>The flows that the bot knows.</summary>
static class Flows
{
    public static readonly IReadOnlyList<IFlow> All =
    [
        new FormFlow(InterviewFlow.Life),
        new FormFlow(ApplicationFlow.Life),
        new FormFlow(FeedbackFlow.Feedback),
        new FormFlow(FeedbackFlow.Test),
        new LessonFlow(),
    ];
}
