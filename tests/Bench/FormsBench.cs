using System.Diagnostics;
using System.Globalization;
using System.Text;
using RbcBot.Core.Calendar;
using RbcBot.Core.Forms;
using RbcBot.Tests.Core.Forms;

namespace RbcBot.Tests.Bench;

/// <summary>One answer on a long form as the bot takes it: the run made anew from its answers, the answer tried, the next question found.</summary>
static class FormsBench
{
    const int Rounds = 5;

    static readonly DateTimeOffset now = new(2026, 1, 15, 7, 0, 0, TimeSpan.Zero);

    public static void Run(int rows)
    {
        var since = Stopwatch.GetTimestamp();
        var reading = FormReading.Of(Xlsx.Of(("survey", Survey(rows)), ("choices", Choices)), "bench.xlsx");
        var form = reading.Form ?? throw new InvalidOperationException(string.Join('\n', reading.Findings.Take(5)));
        Console.WriteLine($"{rows} rows: read and compiled in {Stopwatch.GetElapsedTime(since).TotalMilliseconds:0} ms");
        for (var round = 0; round < Rounds; round++)
        {
            var (allocated, gen0) = (GC.GetAllocatedBytesForCurrentThread(), GC.CollectionCount(0));
            var turns = Interview(form);
            (allocated, gen0) = (GC.GetAllocatedBytesForCurrentThread() - allocated, GC.CollectionCount(0) - gen0);
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{turns.Count} answers: mean {turns.Average():0.000} ms, median {turns.Order().ElementAt(turns.Count / 2):0.000} ms, worst {turns.Max():0.000} ms; {allocated / turns.Count / 1024} KB an answer, {gen0} collections"));
        }
    }

    static List<double> Interview(Form form)
    {
        List<double> turns = [];
        IReadOnlyList<GivenAnswer> answers = [];
        for (FormStep? next = FormRun.Of(form, answers, new(now, now, KigaliTime.Zone)).Next; next is not null;)
        {
            var value = Answer(next, turns.Count);
            var since = Stopwatch.GetTimestamp();
            var run = FormRun.Of(form, answers, new(now, now, KigaliTime.Zone));
            var taken = run.Try(next.Path, value).Run ?? throw new InvalidOperationException($"{next.Path} refuses {value}");
            next = taken.Next;
            _ = next?.Label("");
            turns.Add(Stopwatch.GetElapsedTime(since).TotalMilliseconds);
            answers = taken.Answers;
        }
        return turns;
    }

    static string Answer(FormStep step, int turn) => step.Question.Type switch
    {
        QuestionType.SelectOne => step.Options[turn % 3 == 0 ? 1 : 0].Name,
        QuestionType.SelectMultiple => step.Options[0].Name + " " + step.Options[^1].Name,
        QuestionType.Integer => "12",
        QuestionType.Date => "1990-05-03",
        QuestionType.Note => "",
        _ => "Some words",
    };

    const string Choices = "list_name|name|label\nyn|yes|Yes\nyn|no|No\nyn|dk|Does not know\nsigns|fever|Fever\nsigns|cough|Cough\nsigns|fits|Fits\nsigns|none|None";

    /// <summary>Groups of twelve rows as long clinical forms have them: conditions on earlier answers, ages from dates, sums, constraints.</summary>
    static string Survey(int rows)
    {
        var survey = new StringBuilder("type|name|label|relevant|constraint|calculation|required\ndate|born|Date of birth?||. <= today()||yes\ncalculate|age||||int((today() - ${born}) div 365.25)|\n");
        for (var (row, group) = (3, 0); row < rows; row += 12, group++)
        {
            var before = group == 0 ? "${age} > 0" : $"(${{age}} >= 5 and ${{q{group - 1}_1}} != 'dk') or selected(${{m{group - 1}}}, 'fits')";
            survey.Append(CultureInfo.InvariantCulture, $"""
                begin_group|g{group}|Part {group}|{before}|||
                select_one yn|q{group}_1|Has ${"{"}age{"}"} years; question one of part {group}?||||yes
                select_one yn|q{group}_2|Question two of part {group}?|${"{"}q{group}_1{"}"} = 'yes' and ${"{"}age{"}"} > {group % 7}|||yes
                integer|n{group}|How many days?|${"{"}q{group}_1{"}"} = 'yes' or ${"{"}q{group}_2{"}"} = 'no'|. >= 0 and . <= 400||
                select_multiple signs|m{group}|Which signs?|${"{"}n{group}{"}"} > 3|not(selected(., 'none') and count-selected(.) > 2)||
                text|t{group}|What else?|selected(${"{"}m{group}{"}"}, 'fever')|string-length(.) < 200||
                note|s{group}|That was part {group}.|${"{"}q{group}_2{"}"} = 'yes'|||
                select_one yn|q{group}_3|Question three?|${"{"}q{group}_1{"}"} != 'dk' and (${"{"}n{group}{"}"} > 2 or ${"{"}q{group}_2{"}"} = 'yes')|||
                calculate|c{group}||||if(${"{"}q{group}_1{"}"} = 'yes', 1, 0) + coalesce(${"{"}n{group}{"}"}, 0)|
                calculate|d{group}||||if(${"{"}c{group}{"}"} > 5 and ${"{"}age{"}"} > 15, 'high', 'low')|
                integer|k{group}|And how many weeks?|${"{"}d{group}{"}"} = 'high'|. <= ${"{"}n{group}{"}"}||
                end_group|||||

                """);
        }
        return survey.ToString();
    }
}
