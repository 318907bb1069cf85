using Samkjop.Calendar;
using Samkjop.Documents;

namespace Samkjop.Purchasing.Awards;

/// <summary>An award letter as a page that reads on screen and prints on A4.</summary>
public static class LetterHtml
{
    /// <summary>The page.</summary>
    /// <param name="letter">What it says.</param>
    /// <param name="dispatch">When it was sent, and the standstill.</param>
    /// <param name="stands">Whether the award that it tells of stands.</param>
    public static Html Render(AwardLetter letter, LetterDispatch dispatch, bool stands = true)
    {
        var content = letter.Content;
        return PrintStyle.Page(LetterTexts.Title, Html.Of($"""
            <header>
            <h1>{LetterTexts.Title}</h1>
            <p class="lead">{content.RoundTitle} · {content.LotTitle}</p>
            </header>
            <dl>
            <dt>{LetterTexts.To}</dt><dd>{content.RecipientName}</dd>
            <dt>{LetterTexts.Sent}</dt><dd>{OsloFormat.Moment(dispatch.SentAt)}</dd>
            <dt>{LetterTexts.Winner}</dt><dd>{content.WinnerName}{Html.When(content.WinnerName is null, () => Html.Of($"{LetterTexts.NoWinner}"))}</dd>
            </dl>
            {Html.When(!stands, () => Html.Of($"<p class=\"box\">{LetterTexts.StandsNoLonger}</p>"))}
            <p class="box">{LetterTexts.Of(content.Outcome)}</p>
            {Html.When(content.Replaces is not null, () => Html.Of($"<p>{content.Replaces!}</p>"))}
            {Html.When(content.Reason is not null, () => Html.Of($"<h2>{LetterTexts.ReasonForAward}</h2><p>{content.Reason}</p>"))}
            {Html.When(content.Rejections.Length > 0, () => Rejections(content))}
            {Html.When(content.Own is not null, () => Comparison(content))}
            {Html.When(content.WinnerName is not null, () => Html.Of($"<h2>{LetterTexts.Standstill}</h2><p>{LetterTexts.StandstillOf(dispatch)}</p>"))}
            <h2>{LetterTexts.Complaint}</h2>
            <p>{LetterTexts.HowToComplain(content, dispatch)}</p>
            <footer>{letter.RoundId} · {letter.LotId}</footer>
            """));
    }

    private static Html Rejections(AwardLetterContent content) => Html.Of($"""
        <h2>{LetterTexts.Why(content.Outcome)}</h2>
        <ul>{Html.Each(content.Rejections, reason => Html.Of($"<li>{reason}</li>"))}</ul>
        """);

    private static Html Comparison(AwardLetterContent content) => Html.Of($"""
        <h2>{LetterTexts.Scores}</h2>
        <table>
        <thead><tr><th>{LetterTexts.Criterion}</th><th class="num">{LetterTexts.Weight}</th><th class="num">{LetterTexts.YourPoints}</th><th>{LetterTexts.YourReason}</th>
        {Html.When(content.Winner is not null, () => Html.Of($"<th class=\"num\">{LetterTexts.WinnersPoints}</th><th>{LetterTexts.WinnersReason}</th>"))}</tr></thead>
        <tbody>{Html.Each(Enumerable.Range(0, content.Own!.Criteria.Length), i => Row(content, i))}</tbody>
        <tfoot><tr><td>{LetterTexts.Total}</td><td></td><td class="num">{NorwegianNumber.Points(content.Own.Total)}</td><td></td>
        {Html.When(content.Winner is not null, () => Html.Of($"<td class=\"num\">{NorwegianNumber.Points(content.Winner!.Total)}</td><td></td>"))}</tr></tfoot>
        </table>
        {Html.When(content.Own.Price is not null, () => Html.Of($"<p>{LetterTexts.YourPrice}: {NorwegianNumber.Kroner(content.Own.Price!.Value)}</p>"))}
        {Html.When(content.Advantages.Length > 0, () => Html.Of($"""
            <h3>{LetterTexts.Advantages}</h3>
            <ul>{Html.Each(content.Advantages, advantage => Html.Of($"<li>{advantage}</li>"))}</ul>
            """))}
        """);

    private static Html Row(AwardLetterContent content, int i)
    {
        var (own, winner) = (content.Own!.Criteria[i], content.Winner?.Criteria[i]);
        return Html.Of($"""
            <tr><td>{own.Name}</td><td class="num">{NorwegianNumber.Percent(own.WeightPercent)}</td><td class="num">{NorwegianNumber.Points(own.Points)}</td><td>{own.Reason}</td>
            {Html.When(winner is not null, () => Html.Of($"<td class=\"num\">{NorwegianNumber.Points(winner!.Points)}</td><td>{winner.Reason}</td>"))}</tr>
            """);
    }
}
