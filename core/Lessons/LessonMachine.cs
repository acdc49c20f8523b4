using Stateless;

namespace RbcBot.Core.Lessons;

/// <summary>Where a micro-lesson stands.</summary>
public enum LessonState { Offered, Reading, Quizzing, Tasking, Completed }

/// <summary>What moves a micro-lesson.</summary>
public enum LessonTrigger { Opened, TurnedCard, ReadAll, Answered, AnsweredAll, AcceptedTask }

/// <summary>The lesson's steps, as a machine; drawn into docs/flows/lesson.mmd.</summary>
public static class LessonMachine
{
    public static StateMachine<LessonState, LessonTrigger> Of(LessonState state)
    {
        var machine = new StateMachine<LessonState, LessonTrigger>(state);
        machine.Configure(LessonState.Offered)
            .Permit(LessonTrigger.Opened, LessonState.Reading);
        machine.Configure(LessonState.Reading)
            .PermitReentry(LessonTrigger.TurnedCard)
            .Permit(LessonTrigger.ReadAll, LessonState.Quizzing);
        machine.Configure(LessonState.Quizzing)
            .PermitReentry(LessonTrigger.Answered)
            .Permit(LessonTrigger.AnsweredAll, LessonState.Tasking);
        machine.Configure(LessonState.Tasking)
            .Permit(LessonTrigger.AcceptedTask, LessonState.Completed);
        return machine;
    }
}
