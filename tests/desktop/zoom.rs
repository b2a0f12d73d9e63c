//! Zoom: what is laid out by width has less of it, and nothing scrolls sideways.

use crate::page::open_the_sample;
use serde_json::{Value, json};
use support::{Key, Machine, Window};

const DISPLAY_PX: f64 = 1280.0;
/// Whatever reaches over the right edge of the window, or scrolls sideways.
const TOO_WIDE: &str = "
    const wide = [...document.querySelectorAll('#app *')].filter((element) => {
        const box = element.getBoundingClientRect();
        const shown = element.checkVisibility({ visibilityProperty: true });
        return shown && box.width > 0 && box.right > innerWidth + 1 && !element.closest('.unseen, table, [role=grid]');
    });
    const scrolls = document.documentElement.scrollWidth > innerWidth + 1;
    return [scrolls, wide.slice(0, 5).map((element) => element.outerHTML.slice(0, 120))];";

#[tokio::test]
async fn at_zoom_4_one_pane_stands_at_a_time() {
    let machine = Machine::new("zoom");
    let window = machine.start().await;
    open_the_sample(&window).await;
    let before = width(&window).await;
    for _ in 0..8 {
        window.press_control('+').await;
    }
    let wanted = before / 4.0;
    window
        .until("everything is four times as large", || async {
            (width(&window).await - wanted).abs() < 3.0
        })
        .await;
    assert!(before >= DISPLAY_PX - 40.0, "the window is {before} px wide");
    assert_eq!(panes(&window).await, ["page"]);
    nothing_too_wide(&window).await;
    for pane in ["Stories", "Details", "Page"] {
        choose(&window, pane).await;
        let only = || async { panes(&window).await == [pane.to_lowercase()] };
        window.until(&format!("{pane} is shown alone"), only).await;
        nothing_too_wide(&window).await;
        window.picture(&format!("zoom-4-{}", pane.to_lowercase())).await;
    }
    window.press_control('0').await;
    window.until("it is as it was", || async { width(&window).await == before }).await;
    assert_eq!(panes(&window).await, ["stories", "page", "details"]);

    // The zoom is kept: at 2 the page and what follows it stand side by side.
    for _ in 0..5 {
        window.press_control('+').await;
    }
    window
        .until("it is twice as large", || async {
            (width(&window).await - before / 2.0).abs() < 3.0
        })
        .await;
    let side_by_side = || async { panes(&window).await == ["page", "details"] };
    window.until("the stories have slid away", side_by_side).await;
    nothing_too_wide(&window).await;
    window.picture("zoom-2").await;
    window.close().await;
    let window = machine.start().await;
    window
        .until("the zoom came back", || async { (width(&window).await - before / 2.0).abs() < 3.0 })
        .await;
}

#[tokio::test]
async fn a_long_slug_pushes_nothing_off_the_top_bar() {
    let machine = Machine::new("long-slug");
    let window = machine.start().await;
    open_the_sample(&window).await;
    let slug = "A-VERY-LONG-SLUG-".repeat(8);
    window.field("Slug").await.clear().await.unwrap();
    window.field("Slug").await.send_keys(&slug).await.unwrap();
    window.press(Key::Enter).await;
    for width in [1400, 1280, 1100, 960, 860, 760, 620, 560, 480] {
        window.client.set_window_size(width, 900).await.unwrap();
        let there = || async { (self::width(&window).await - f64::from(width)).abs() < 2.0 };
        window.until(&format!("the window is {width} px wide"), there).await;
        nothing_too_wide(&window).await;
    }
    window.picture("long-slug").await;
}

/// The driver counts points without the zoom, so it cannot click.
async fn choose(window: &Window<'_>, pane: &str) {
    const CHOOSE: &str = "
        const buttons = [...document.querySelectorAll('nav[aria-label=Panes] button')];
        buttons.find((button) => button.textContent.trim() === arguments[0]).click();";
    window.run(CHOOSE, vec![json!(pane)]).await;
}

async fn nothing_too_wide(window: &Window<'_>) {
    let found = window.run(TOO_WIDE, vec![]).await;
    assert_eq!(found, json!([false, []]), "at {} px", width(window).await);
}

async fn width(window: &Window<'_>) -> f64 {
    window.run("return innerWidth", vec![]).await.as_f64().unwrap_or_default()
}

async fn panes(window: &Window<'_>) -> Vec<String> {
    const PANES: &str = "
        return ['stories', 'page', 'details'].filter((name) =>
            document.querySelector(`[data-pane=${name}]`).checkVisibility({ visibilityProperty: true }))";
    let panes = window.run(PANES, vec![]).await;
    panes.as_array().into_iter().flatten().filter_map(Value::as_str).map(str::to_owned).collect()
}
