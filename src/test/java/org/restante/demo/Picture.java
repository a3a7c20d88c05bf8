package org.restante.demo;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.GradientPaint;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Random;
import javax.imageio.ImageIO;

/** Draws small pictures without any text, the same one each time for the same name. */
final class Picture {

    private static final int WIDTH = 480;
    private static final int HEIGHT = 300;

    private Picture() {}

    /** Returns a PNG; names that begin with {@code plan}, {@code chart} or {@code logo} are such drawings, others landscapes. */
    static byte[] png(String name) throws IOException {
        var image = new BufferedImage(WIDTH, name.startsWith("logo") ? 60 : HEIGHT, BufferedImage.TYPE_INT_RGB);
        Graphics2D pen = image.createGraphics();
        pen.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
        pen.setColor(Color.WHITE);
        pen.fillRect(0, 0, WIDTH, HEIGHT);
        draw(name, pen, new Random(name.hashCode()));
        pen.dispose();
        var bytes = new ByteArrayOutputStream();
        ImageIO.write(image, "png", bytes);
        return bytes.toByteArray();
    }

    private static void draw(String name, Graphics2D pen, Random random) {
        if (name.startsWith("plan")) {
            plan(pen, random);
        } else if (name.startsWith("chart")) {
            chart(pen, random);
        } else if (name.startsWith("logo")) {
            logo(pen, random);
        } else {
            landscape(pen, random);
        }
    }

    private static void plan(Graphics2D pen, Random random) {
        pen.setColor(new Color(0x33, 0x41, 0x55));
        pen.setStroke(new BasicStroke(5));
        pen.drawRect(30, 30, WIDTH - 60, HEIGHT - 60);
        int wall = 150 + random.nextInt(150);
        int cross = 110 + random.nextInt(80);
        pen.drawLine(wall, 30, wall, HEIGHT - 90);
        pen.drawLine(wall, cross, WIDTH - 30, cross);
        pen.setStroke(new BasicStroke(1.5f));
        pen.drawArc(wall - 50, HEIGHT - 140, 100, 100, 270, 90);
        for (int step = 0; step < 9; step++) {
            pen.drawLine(40 + step * 12, 34, 40 + step * 12, 90);
        }
    }

    private static void chart(Graphics2D pen, Random random) {
        for (int bar = 0; bar < 9; bar++) {
            int height = 40 + random.nextInt(200);
            pen.setColor(Color.getHSBColor(0.55f + bar / 60f, 0.55f, 0.75f));
            pen.fillRect(40 + bar * 46, HEIGHT - 30 - height, 32, height);
        }
        pen.setColor(Color.DARK_GRAY);
        pen.drawLine(30, HEIGHT - 30, WIDTH - 30, HEIGHT - 30);
    }

    private static void logo(Graphics2D pen, Random random) {
        for (int disc = 0; disc < 4; disc++) {
            pen.setColor(Color.getHSBColor(random.nextFloat(), 0.6f, 0.8f));
            pen.fillOval(12 + disc * 26, 10, 40, 40);
        }
    }

    private static void landscape(Graphics2D pen, Random random) {
        float hue = random.nextFloat();
        pen.setPaint(
                new GradientPaint(0, 0, Color.getHSBColor(0.58f, 0.5f, 0.95f), 0, HEIGHT, new Color(0xfb, 0xe8, 0xd0)));
        pen.fillRect(0, 0, WIDTH, HEIGHT);
        pen.setColor(new Color(0xff, 0xf3, 0xc4));
        pen.fillOval(60 + random.nextInt(340), 30 + random.nextInt(50), 54, 54);
        for (int hill = 0; hill < 4; hill++) {
            pen.setColor(Color.getHSBColor(0.25f + hue / 5, 0.35f + hill * 0.1f, 0.7f - hill * 0.12f));
            pen.fillOval(random.nextInt(400) - 200, 150 + hill * 35, 420 + random.nextInt(200), 300);
        }
    }
}
