using RbcBot.Core.Applications;
using RbcBot.Core.Conversations;
using RbcBot.Core.Feedback;
using RbcBot.Core.Interviews;
using RbcBot.Core.Lessons;
using RbcBot.Tests.Given;
using Stateless.Graph;

namespace RbcBot.Tests.Architecture;

public sealed class FlowDiagramTests
{
    public static TheoryData<string, string> Diagrams => new()
    {
        { "talk", MermaidGraph.Format(TalkMachine.Of(TalkState.New).GetInfo()) },
        { "interview", MermaidGraph.Format(InterviewFlow.Machine(FormState.Offered).GetInfo()) },
        { "application", MermaidGraph.Format(ApplicationFlow.Machine(FormState.Offered).GetInfo()) },
        { "feedback", MermaidGraph.Format(FeedbackFlow.Machine(FormState.Offered).GetInfo()) },
        { "lesson", MermaidGraph.Format(LessonMachine.Of(LessonState.Offered).GetInfo()) },
    };

    [Theory]
    [MemberData(nameof(Diagrams))]
    public void The_drawn_flow_is_the_machine(string flow, string diagram) =>
        Approved.Match(diagram, Path.Combine("docs", "flows", $"{flow}.mmd"));
}
